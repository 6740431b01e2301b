package dev.groundplan.files;

import java.util.ArrayDeque;
import java.util.Deque;

/** YAML in block style: an indent of two spaces for keys, list items at the indent of their key, as kubectl prints. */
final class YamlNotation implements Notation {

    private final StringBuilder out = new StringBuilder(1024);
    private final Deque<Level> levels = new ArrayDeque<>();
    private Position position = Position.ROOT;

    YamlNotation() {}

    YamlNotation(Header header) {
        out.append("# ").append(header.text()).append('\n');
    }

    @Override
    public void open(Collection collection) {
        startValue();
        levels.push(new Level(collection, column(collection), position));
    }

    @Override
    public void close(Collection collection) {
        var level = levels.pop();
        if (level.empty) {
            position = level.opened;
            scalar(collection == Collection.OBJECT ? "{}" : "[]");
        }
    }

    @Override
    public void key(String key) {
        startEntry();
        var spelt = YamlScalar.onOneLine(key);
        if (spelt.length() > YamlScalar.LONGEST_KEY) {
            out.append("? ").append(spelt).append('\n').repeat(' ', levels.element().column);
        } else {
            out.append(spelt);
        }
        out.append(':');
        position = Position.AFTER_KEY;
    }

    @Override
    public void text(String text) {
        startValue();
        if (position != Position.ROOT && YamlBlock.carries(text)) {
            out.append(' ');
            YamlBlock.append(out, text, levels.element().column + 2);
        } else {
            scalar(YamlScalar.onOneLine(text));
        }
    }

    @Override
    public void commented(CommentedText commented) {
        startValue();
        scalar(YamlScalar.onOneLine(commented.text()) + " # " + commented.comment());
    }

    @Override
    public boolean hasComments() {
        return true;
    }

    @Override
    public void literal(String literal) {
        startValue();
        scalar(literal);
    }

    @Override
    public String document() {
        return out.toString();
    }

    private void startValue() {
        var level = levels.peek();
        if (level != null && level.collection == Collection.LIST) {
            startEntry();
            out.append('-');
            position = Position.AFTER_DASH;
        }
    }

    private void startEntry() {
        var level = levels.element();
        if (level.empty && level.opened == Position.AFTER_DASH) {
            out.append(' ');
        } else {
            if (level.empty && level.opened == Position.AFTER_KEY) {
                out.append('\n');
            }
            out.repeat(' ', level.column);
        }
        level.empty = false;
    }

    private int column(Collection collection) {
        return switch (position) {
            case ROOT -> 0;
            case AFTER_DASH -> levels.element().column + 2;
            case AFTER_KEY -> levels.element().column + (collection == Collection.OBJECT ? 2 : 0);
        };
    }

    private void scalar(String spelt) {
        if (position != Position.ROOT) {
            out.append(' ');
        }
        out.append(spelt).append('\n');
    }

    private enum Position {
        ROOT,
        AFTER_KEY,
        AFTER_DASH
    }

    private static final class Level {
        private final Collection collection;
        private final int column;
        private final Position opened;
        private boolean empty = true;

        Level(Collection collection, int column, Position opened) {
            this.collection = collection;
            this.column = column;
            this.opened = opened;
        }
    }
}
