"""Writes rig.json, one line per thing, from the sections of a character."""
import json


def text(value):
    return json.dumps(value, ensure_ascii=False)


def lines(items):
    """JSON lines of objects and strings; a string is a comment."""
    out, last = [], max((i for i, item in enumerate(items) if not isinstance(item, str)), default=-1)
    for i, item in enumerate(items):
        if isinstance(item, str):
            out.append(f"    # {item}")
            continue
        body = ", ".join(f"{text(key)}: {text(value)}" for key, value in item.items())
        out.append(f"    {{ {body} }}" + ("," if i < last else ""))
    return out


def members(values):
    out, last = [], max((i for i, key in enumerate(values) if not key.startswith("#")), default=-1)
    for i, (key, value) in enumerate(values.items()):
        if key.startswith("#"):
            out.append(f"    {key}")
        else:
            out.append(f"    {text(key)}: {text(value)}" + ("," if i < last else ""))
    return out


def joined(sections):
    extra = {}
    for section in sections:
        for key, value in section.extra.items():
            if key not in extra:
                extra[key] = value.copy() if isinstance(value, (dict, list)) else value
            elif isinstance(value, dict):
                for name, inner in value.items():
                    if isinstance(extra[key].get(name), dict) and isinstance(inner, dict):
                        extra[key][name] = merged(extra[key][name], inner)
                    else:
                        extra[key][name] = inner
            else:
                extra[key] = extra[key] + value
    return extra


def merged(one, two):
    """Two objects of one name: lists are appended, objects merged, all else replaced."""
    out = dict(one)
    for key, value in two.items():
        if isinstance(out.get(key), list):
            out[key] = out[key] + value
        elif isinstance(out.get(key), dict):
            out[key] = merged(out[key], value)
        else:
            out[key] = value
    return out


def write(path, module, sections, parts, boxes):
    drivers, groups, bindings = {}, [], []
    for section in sections:
        drivers.update(section.drivers)
        groups += section.groups
        bindings += section.bindings
    entries = []
    for part in parts:
        box = boxes[part.copy or part.id]
        entry = {"id": part.id, "picture": f"parts/{part.copy or part.id}.png", "at": [box["x"], box["y"]]}
        entry.update(part.rig)
        entries.append(entry)
    blocks = [
        '  "format": 1',
        f'  "title": {text(module.TITLE)}',
        '  "canvas": [2048, 3072]',
        f'  "view": {text(module.VIEW)}',
    ]
    for key, value in joined(sections).items():
        if isinstance(value, dict) and all(isinstance(inner, (dict, str)) for inner in value.values()) and value:
            blocks.append(f'  "{key}": {{\n' + "\n".join(members(value)) + "\n  }")
        elif isinstance(value, list) and value and all(isinstance(inner, dict) for inner in value):
            blocks.append(f'  "{key}": [\n' + "\n".join(lines(value)) + "\n  ]")
        else:
            blocks.append(f'  "{key}": {text(value)}')
    blocks.append('  "drivers": {\n' + "\n".join(members(drivers)) + "\n  }")
    for key, items in (("groups", groups), ("parts", entries), ("bindings", bindings)):
        blocks.append(f'  "{key}": [\n' + "\n".join(lines(items)) + "\n  ]")
    content = "{\n" + ",\n\n".join(blocks) + "\n}\n"
    if not path.exists() or path.read_text() != content:
        path.write_text(content)
