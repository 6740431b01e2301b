"""Does what docs/guides/your-own-platform.md says, in an empty folder, with the Groundplan of this checkout.

Arguments: a folder to work in, and the options of Maven that name the local repository with this checkout's artifacts.
"""

import pathlib
import re
import subprocess
import sys

FILE = re.compile(r"^`([^`\n]+)`\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMANDS = re.compile(r"^```\n(mvn .*?)^```$", re.MULTILINE | re.DOTALL)


def main(folder, options):
    guide = pathlib.Path("docs/guides/your-own-platform.md").read_text(encoding="utf-8")
    files = FILE.findall(guide)
    commands = [line.split() for line in COMMANDS.search(guide).group(1).splitlines()]
    if len(files) != 3 or len(commands) != 2:
        sys.exit(f"the guide has {len(files)} files and {len(commands)} commands, not 3 and 2")
    for name, text in files:
        path = pathlib.Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    generate, verify = ([command[0], *options, *command[1:]] for command in commands)

    subprocess.run(generate, cwd=folder, check=True)
    rendered = sorted(path for path in pathlib.Path(folder, "generated").rglob("*") if path.is_file())
    subprocess.run(verify, cwd=folder, check=True)

    deployment = next(path for path in rendered if path.name == "deployment-checkout.yaml")
    deployment.write_text(deployment.read_text(encoding="utf-8").replace("replicas: 2", "replicas: 3"), encoding="utf-8")
    edited = subprocess.run(verify, cwd=folder, capture_output=True, text=True)
    if edited.returncode == 0 or "deployment-checkout.yaml" not in edited.stdout:
        sys.exit("a file that was edited by hand passed `mvn verify`:\n" + edited.stdout)
    print(f"own platform: {len(rendered)} files rendered and guarded")


main(sys.argv[1], sys.argv[2:])
