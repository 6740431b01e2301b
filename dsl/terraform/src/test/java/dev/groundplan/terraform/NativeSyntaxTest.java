package dev.groundplan.terraform;

import static dev.groundplan.terraform.Expressions.attribute;
import static dev.groundplan.terraform.Expressions.bool;
import static dev.groundplan.terraform.Expressions.call;
import static dev.groundplan.terraform.Expressions.callSpread;
import static dev.groundplan.terraform.Expressions.conditional;
import static dev.groundplan.terraform.Expressions.forList;
import static dev.groundplan.terraform.Expressions.forMap;
import static dev.groundplan.terraform.Expressions.index;
import static dev.groundplan.terraform.Expressions.list;
import static dev.groundplan.terraform.Expressions.number;
import static dev.groundplan.terraform.Expressions.object;
import static dev.groundplan.terraform.Expressions.splat;
import static dev.groundplan.terraform.Expressions.template;
import static dev.groundplan.terraform.Expressions.text;
import static dev.groundplan.terraform.Operators.and;
import static dev.groundplan.terraform.Operators.difference;
import static dev.groundplan.terraform.Operators.equal;
import static dev.groundplan.terraform.Operators.greater;
import static dev.groundplan.terraform.Operators.negated;
import static dev.groundplan.terraform.Operators.not;
import static dev.groundplan.terraform.Operators.or;
import static dev.groundplan.terraform.Operators.product;
import static dev.groundplan.terraform.Operators.sum;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class NativeSyntaxTest {

    private static final Resource VPC = Resource.of("aws_vpc", "main");
    private static final Expression<Number> A = Local.of("a", number(1)).value();
    private static final Expression<Number> B = Local.of("b", number(1)).value();
    private static final Expression<Number> C = Local.of("c", number(1)).value();
    private static final Expression<Boolean> P = Local.of("p", bool(true)).value();
    private static final Expression<Boolean> Q = Local.of("q", bool(true)).value();

    @Test
    void references_print_bare() {
        assertThat(VPC.attribute("id")).hasToString("aws_vpc.main.id");
        assertThat(VPC.attribute("tags", "a b")).hasToString("aws_vpc.main.tags[\"a b\"]");
        assertThat(index(VPC.<List<Object>>reference(), 0)).hasToString("aws_vpc.main[0]");
        assertThat(DataSource.of("aws_region", "now").attribute("name")).hasToString("data.aws_region.now.name");
        assertThat(EphemeralResource.of("random_password", "p").attribute("result"))
                .hasToString("ephemeral.random_password.p.result");
        assertThat(ModuleCall.of("m", "./m").output("x")).hasToString("module.m.x");
        assertThat(Scope.pathModule()).hasToString("path.module");
        assertThat(Scope.self()).hasToString("self");
    }

    @Test
    void parentheses_stand_only_where_the_meaning_needs_them() {
        assertThat(sum(A, product(B, C))).hasToString("local.a + local.b * local.c");
        assertThat(product(sum(A, B), C)).hasToString("(local.a + local.b) * local.c");
        assertThat(difference(difference(A, B), C)).hasToString("local.a - local.b - local.c");
        assertThat(difference(A, difference(B, C))).hasToString("local.a - (local.b - local.c)");
        assertThat(or(and(P, Q), not(P))).hasToString("local.p && local.q || !local.p");
        assertThat(and(or(P, Q), P)).hasToString("(local.p || local.q) && local.p");
        assertThat(not(equal(A, B))).hasToString("!(local.a == local.b)");
        assertThat(equal(greater(A, B), P)).hasToString("local.a > local.b == local.p");
        assertThat(negated(sum(A, B))).hasToString("-(local.a + local.b)");
        assertThat(difference(A, number(-2))).hasToString("local.a - -2");
    }

    @Test
    void conditionals_nest_to_the_right() {
        Expression<Number> inner = conditional(Q, B, C);
        assertThat(conditional(P, A, inner)).hasToString("local.p ? local.a : local.q ? local.b : local.c");
        assertThat(sum(inner, A)).hasToString("(local.q ? local.b : local.c) + local.a");
        assertThat(conditional(conditional(P, Q, P), A, B))
                .hasToString("(local.p ? local.q : local.p) ? local.a : local.b");
    }

    @Test
    void an_index_after_a_splat_takes_from_the_splat_not_from_each_element() {
        Expression<List<String>> ids = splat(VPC.reference(), "id");
        assertThat(ids).hasToString("aws_vpc.main[*].id");
        assertThat(index(ids, 0)).hasToString("(aws_vpc.main[*].id)[0]");
        assertThat(splat(ids, "x")).hasToString("(aws_vpc.main[*].id)[*].x");
        assertThat(attribute(sum(A, B), "x")).hasToString("(local.a + local.b).x");
    }

    @Test
    void loops() {
        LoopVariable<String> item = LoopVariable.named("item");
        LoopVariable<String> key = LoopVariable.named("key");
        Expression<List<String>> source = VPC.attribute("zones");
        assertThat(forList(item, source, call("upper", item)))
                .hasToString("[for item in aws_vpc.main.zones : upper(item)]");
        assertThat(forMap(item, source, item, number(1))).hasToString("{for item in aws_vpc.main.zones : item => 1}");
        assertThat(Loop.over(key, item, source).where(equal(item, text("a"))).groupedMap(item, key))
                .hasToString("{for key, item in aws_vpc.main.zones : item => key... if item == \"a\"}");
    }

    @Test
    void texts_are_quoted_and_escaped() {
        assertThat(text("${a} %{b} \"c\" \\ \n\r\t\u0000\u2028\uFEFF\uDB40\uDC01é😀"))
                .hasToString("\"$${a} %%{b} \\\"c\\\" \\\\ \\n\\r\\t\\u0000\\u2028\\ufeff\\U000e0001é😀\"");
    }

    @Test
    void templates_merge_their_text_and_stay_text() {
        assertThat(template(text("a"), text("${"), A, text(""))).hasToString("\"a$${${local.a}\"");
        assertThat(template(template(text("a"), A), text("b"))).hasToString("\"a${local.a}b\"");
        assertThat(template(A)).hasToString("tostring(local.a)");
        assertThat(template(text("a"), text("b"))).isEqualTo(text("ab"));
        assertThat(template()).isEqualTo(text(""));
    }

    @Test
    void objects_quote_the_keys_that_are_no_identifiers() {
        SequencedMap<String, Expression<?>> map = new LinkedHashMap<>();
        map.put("a", number(1));
        map.put("for", list(bool(true)));
        map.put("b c", Expressions.nullValue());
        map.put("${x}", text("y"));
        assertThat(object(map)).hasToString("{a = 1, \"for\" = [true], \"b c\" = null, \"$${x}\" = \"y\"}");
        assertThat(Expressions.map(List.of(new ObjectExpression.Entry(call("f"), A))))
                .hasToString("{(f()) = local.a}");
    }

    @Test
    void numbers_keep_every_digit() {
        assertThat(number(1.50)).hasToString("1.5");
        assertThat(number(new BigDecimal("123456789012345678901234567890.10")))
                .hasToString("123456789012345678901234567890.1");
        assertThat(number(new BigDecimal("1E+50"))).hasToString("1E+50");
        assertThat(number(new BigDecimal("0E+9"))).hasToString("0");
    }

    @Test
    void calls() {
        assertThat(call("provider::aws::arn_parse", text("x"))).hasToString("provider::aws::arn_parse(\"x\")");
        assertThat(callSpread("max", list(A, B))).hasToString("max([local.a, local.b]...)");
    }
}
