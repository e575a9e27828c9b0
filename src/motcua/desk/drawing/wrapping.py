"""Words in a drawing, where nothing wraps them."""


def wrapped(name: str, signs: int, most: int) -> list[str]:
    """The name in at most `most` lines of `signs`, cut with an ellipsis."""
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= signs or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [line if len(line) <= signs else f"{line[: signs - 1].rstrip()}…" for line in lines]
