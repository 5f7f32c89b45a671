"""How days are written where Django's own habits would mislead."""
