"""Reads texts from the JSON array in the file named; prints, for each, its documents or why it is no YAML."""

import json
import math
import sys

import yaml


class Loader(yaml.SafeLoader):
    """Leaves dates as strings and refuses a key given twice."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        if len(keys) != len(set(keys)):
            raise yaml.YAMLError(f"a key is given twice among {keys}")
        return super().construct_mapping(node, deep)


def exact(value):
    if isinstance(value, float) and not math.isfinite(value):
        name = "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
        return "!float " + name
    if isinstance(value, list):
        return [exact(each) for each in value]
    if isinstance(value, dict):
        return {key: exact(each) for key, each in value.items()}
    return value


def read(text):
    try:
        return [exact(document) for document in yaml.load_all(text, Loader)]
    except yaml.YAMLError as malformed:
        return str(malformed)


with open(sys.argv[1], encoding="utf-8") as file:
    texts = json.load(file)
sys.stdout.write(json.dumps([read(text) for text in texts], default=repr))
