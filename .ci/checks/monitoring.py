#!/usr/bin/env python3
"""Asks promtool about every PrometheusRule, and amtool about every Alertmanager configuration, below a folder.

Usage: monitoring.py FOLDER...

An Alertmanager configuration is the template `alertmanager.yaml` of an ExternalSecret, as External Secrets fills it in.
Ends with 1 on any finding, and when there was nothing to ask about.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

# An address, which most receivers' secrets are, with what YAML and JSON would take for something else.
SECRET = json.dumps("https://example.com/a: & #b")
ACTION = re.compile(r"\{\{ (?:\.(?P<secret>[a-z0-9_]+) \| toJson|\"(?P<literal>\{\{)\") \}\}")


def objects(folder):
    """Every object of every YAML file, with its file; charts and kustomizations have no kind that is looked for."""
    for file in sorted(pathlib.Path(folder).rglob("*.yaml")):
        for document in yaml.safe_load_all(file.read_text(encoding="utf-8")):
            if isinstance(document, dict):
                yield file, document


def ask(program, arguments, name, text):
    """What the program says against the text, or nothing."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / name
        path.write_text(text, encoding="utf-8")
        done = subprocess.run([program, *arguments, str(path)], capture_output=True, text=True, check=False)
        return done.stdout + done.stderr if done.returncode != 0 else None


def filled(template):
    """The template with its secrets; what is left of actions is no action that we know."""
    return ACTION.sub(lambda action: action["literal"] or SECRET, template)


def template(document):
    spec = document.get("spec") or {}
    data = ((spec.get("target") or {}).get("template") or {}).get("data") or {}
    return data.get("alertmanager.yaml")


def main(folders):
    asked = {"promtool": 0, "amtool": 0}
    findings = []
    for folder in folders:
        for file, document in objects(folder):
            if document.get("kind") == "PrometheusRule":
                program, said = "promtool", ask(
                    "promtool", ["check", "rules", "--lint-fatal"], "rules.json", json.dumps(document.get("spec")))
            elif document.get("kind") == "ExternalSecret" and template(document) is not None:
                program, said = "amtool", ask(
                    "amtool", ["check-config"], "alertmanager.yaml", filled(template(document)))
            else:
                continue
            asked[program] += 1
            if said is not None:
                findings.append(f"{file}: {program} says\n{said.strip()}")
    print("\n\n".join(findings), end="\n" if findings else "")
    for program, count in asked.items():
        print(f"{program} was asked about {count}")
        if count == 0:
            print(f"nothing for {program} below {' '.join(folders)}: was the platform rendered?", file=sys.stderr)
    return 1 if findings or 0 in asked.values() else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
