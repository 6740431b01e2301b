package dev.groundplan.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.files.LineScript.Kind;
import dev.groundplan.files.LineScript.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {

    @Test
    void equal_texts_have_no_difference() {
        assertThat(difference("a\n", "a\n")).isEmpty();
    }

    @Test
    void changes_far_apart_have_hunks_of_their_own_with_three_lines_around() {
        var old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n";
        assertThat(difference(old, old.replace("2\n3", "2\nnew\n3").replace("13\n", "")))
                .isEqualTo("""
                --- old
                +++ new
                @@ -1,5 +1,6 @@
                 1
                 2
                +new
                 3
                 4
                 5
                @@ -10,4 +11,3 @@
                 10
                 11
                 12
                -13
                """);
    }

    @Test
    void a_last_line_without_its_end_is_told() {
        assertThat(difference("a\nb", "a\nb\n")).isEqualTo("""
                --- old
                +++ new
                @@ -1,2 +1,2 @@
                 a
                -b
                \\ No newline at end of file
                +b
                """);
    }

    @Test
    void a_file_that_comes_begins_at_line_zero() {
        assertThat(difference("", "a\nb\n")).isEqualTo("""
                --- old
                +++ new
                @@ -0,0 +1,2 @@
                +a
                +b
                """);
    }

    @Test
    void a_script_turns_old_into_new_by_the_fewest_edits() {
        long seed = 20261123;
        System.out.println("TextDifferenceTest seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var old = lines(random);
            var now = lines(random);
            var script = LineScript.between(old, now);
            assertThat(texts(script, Kind.ADDED)).isEqualTo(old);
            assertThat(texts(script, Kind.REMOVED)).isEqualTo(now);
            assertThat(script.stream().filter(line -> line.kind() == Kind.SAME).count())
                    .isEqualTo(longestCommon(old, now));
        }
    }

    @Test
    void texts_that_share_nothing_are_replaced_as_a_whole() {
        var old = IntStream.range(0, 5_000).mapToObj(i -> "old " + i).toList();
        var now = IntStream.range(0, 5_000).mapToObj(i -> "new " + i).toList();
        var script = LineScript.between(old, now);
        assertThat(texts(script, Kind.ADDED)).isEqualTo(old);
        assertThat(texts(script, Kind.REMOVED)).isEqualTo(now);
    }

    private static String difference(String old, String now) {
        return TextDifference.unified("old", old, "new", now);
    }

    private static List<String> lines(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> "line " + random.nextInt(4))
                .toList();
    }

    private static List<String> texts(List<Line> script, Kind absent) {
        return script.stream()
                .filter(line -> line.kind() != absent)
                .map(Line::text)
                .toList();
    }

    private static long longestCommon(List<String> old, List<String> now) {
        var best = new ArrayList<int[]>(List.of(new int[now.size() + 1]));
        for (var line : old) {
            var last = best.getLast();
            var next = new int[now.size() + 1];
            for (int j = 0; j < now.size(); j++) {
                next[j + 1] = line.equals(now.get(j)) ? last[j] + 1 : Math.max(last[j + 1], next[j]);
            }
            best.add(next);
        }
        return best.getLast()[now.size()];
    }
}
