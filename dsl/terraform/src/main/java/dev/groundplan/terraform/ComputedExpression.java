package dev.groundplan.terraform;

/**
 * An expression whose value Terraform computes: a reference, a call, an operation, a template, …
 *
 * @param <T> what it evaluates to
 */
public sealed interface ComputedExpression<T> extends Expression<T>
        permits ReferenceExpression,
                ScopeExpression,
                LoopVariable,
                AttributeExpression,
                IndexExpression,
                SplatExpression,
                CallExpression,
                ConditionalExpression,
                ListForExpression,
                MapForExpression,
                TemplateExpression,
                BinaryExpression,
                UnaryExpression {}
