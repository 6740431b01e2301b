package dev.groundplan.files;

/** JSON with an indent of two spaces and one key or item on each line. */
final class JsonNotation implements Notation {

    private final StringBuilder out = new StringBuilder(1024);
    private int depth;
    private boolean afterKey;
    private boolean first = true;

    @Override
    public void open(Collection collection) {
        startValue();
        out.append(collection == Collection.OBJECT ? '{' : '[');
        depth++;
        first = true;
    }

    @Override
    public void close(Collection collection) {
        depth--;
        if (!first) {
            newLine();
        }
        out.append(collection == Collection.OBJECT ? '}' : ']');
        first = false;
    }

    @Override
    public void key(String key) {
        startEntry();
        quote(key);
        out.append(": ");
        afterKey = true;
    }

    @Override
    public void text(String text) {
        startValue();
        quote(text);
    }

    @Override
    public void commented(CommentedText commented) {
        throw new IllegalStateException("JSON has no comments, and the generator refuses them");
    }

    @Override
    public boolean hasComments() {
        return false;
    }

    @Override
    public void literal(String literal) {
        startValue();
        out.append(literal);
    }

    @Override
    public String document() {
        return out.append('\n').toString();
    }

    private void startValue() {
        if (afterKey) {
            afterKey = false;
        } else if (depth > 0) {
            startEntry();
        }
    }

    private void startEntry() {
        if (!first) {
            out.append(',');
        }
        first = false;
        newLine();
    }

    private void newLine() {
        out.append('\n').repeat("  ", depth);
    }

    private void quote(String text) {
        out.append('"');
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            character(codePoint);
            i += Character.charCount(codePoint);
        }
        out.append('"');
    }

    private void character(int codePoint) {
        switch (codePoint) {
            case '"', '\\' -> out.append('\\').append((char) codePoint);
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            case '\r' -> out.append("\\r");
            default -> {
                if (Characters.visible(codePoint)) {
                    out.appendCodePoint(codePoint);
                } else {
                    escape(codePoint);
                }
            }
        }
    }

    private void escape(int codePoint) {
        for (char unit : Character.toChars(codePoint)) {
            out.append("\\u").append(Characters.hex(unit, 4));
        }
    }
}
