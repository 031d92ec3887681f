//! A source file with all its mutants in it, each behind its switch.

use std::collections::HashSet;
use std::ops::Range;

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, BinOp, Block, Expr, Item, Pat, ReturnType, Signature, Stmt, UnOp, parse_quote};

use crate::values::values;

/// One change of one place.
pub struct Mutant {
    pub file: String,
    pub line: usize,
    pub column: usize,
    pub function: String,
    pub change: String,
}

/// Puts mutants into files, numbered over all of them; those that were dropped keep their numbers and are left out.
pub struct Mutate<'a> {
    pub mutants: Vec<Mutant>,
    pub dropped: &'a HashSet<usize>,
    pub file: String,
    functions: Vec<String>,
}

impl<'a> Mutate<'a> {
    pub fn new(dropped: &'a HashSet<usize>) -> Self {
        Mutate { mutants: Vec::new(), dropped, file: String::new(), functions: Vec::new() }
    }

    pub fn source(&mut self, file: &str, source: &str) -> String {
        self.file = file.to_owned();
        let mut tree = syn::parse_file(source).expect("the crate compiles");
        self.visit_file_mut(&mut tree);
        tree.into_token_stream().to_string()
    }

    /// The number of a new mutant, unless it was dropped.
    fn mutant(&mut self, at: Span, change: impl Into<String>) -> Option<u32> {
        let number = self.mutants.len();
        let start = at.start();
        let function = self.functions.join("::");
        self.mutants.push(Mutant { file: self.file.clone(), line: start.line, column: start.column + 1, function, change: change.into() });
        (!self.dropped.contains(&number)).then(|| number.try_into().expect("few mutants"))
    }

    /// An expression, or in its mutants other ones.
    fn choose(&mut self, at: Span, plain: &Expr, others: Vec<(String, Expr)>) -> Expr {
        let mut chain = quote!();
        for (change, other) in others {
            if let Some(n) = self.mutant(at, change) {
                chain = quote!(#chain if crate::mutant::on(#n) { #other } else);
            }
        }
        if chain.is_empty() { plain.clone() } else { parse_quote!((#chain { #plain })) }
    }

    fn function(&mut self, attributes: &[Attribute], signature: &Signature, body: &mut Block) {
        if is_test(attributes) || signature.constness.is_some() {
            return;
        }
        self.functions.push(signature.ident.to_string());
        let given = match &signature.output {
            ReturnType::Default if body.stmts.is_empty() => Vec::new(),
            ReturnType::Default => vec![quote!(())],
            ReturnType::Type(_, of) => values(of),
        };
        let plain = body.stmts.iter().map(ToTokens::to_token_stream).collect::<TokenStream>().to_string();
        visit_mut::visit_block_mut(self, body);
        let mut early: Vec<Stmt> = Vec::new();
        for value in given.into_iter().filter(|value| value.to_string() != plain) {
            if let Some(n) = self.mutant(signature.ident.span(), format!("replace the body with {value}")) {
                early.push(parse_quote!(if crate::mutant::on(#n) { return #value; }));
            }
        }
        body.stmts.splice(0..0, early);
        self.functions.pop();
    }

    fn binary(&mut self, expr: &syn::ExprBinary) -> Option<Expr> {
        let (left, right, at) = (&expr.left, &expr.right, syn::spanned::Spanned::span(&expr.op));
        if matches!(expr.op, BinOp::And(_) | BinOp::Or(_)) {
            let and = matches!(expr.op, BinOp::And(_));
            if has_let(left) || has_let(right) {
                return None;
            }
            let n = self.mutant(at, if and { "replace && with ||" } else { "replace || with &&" })?;
            // The left side stands once: chains would grow by powers of two.
            let again = if and { quote!(!=) } else { quote!(==) };
            return Some(
                parse_quote!(({ let left_side = #left; if left_side #again crate::mutant::on(#n) { #right } else { left_side } })),
            );
        }
        let plain = Expr::Binary(expr.clone());
        let other = |op: &BinOp| {
            (format!("replace {} with {}", expr.op.to_token_stream(), op.to_token_stream()), parse_quote!((#left) #op (#right)))
        };
        let others = instead_of(&expr.op).iter().map(other).collect();
        Some(self.choose(at, &plain, others))
    }

    fn arms(&mut self, expr: &mut syn::ExprMatch) {
        let rest = expr.arms.iter().position(|arm| matches!(arm.pat, Pat::Wild(_)) && arm.guard.is_none());
        for (i, arm) in expr.arms.iter_mut().enumerate() {
            let at = syn::spanned::Spanned::span(&arm.pat);
            if let Some((_, guard)) = &mut arm.guard {
                let (holds, fails) = (self.mutant(at, "replace the guard with true"), self.mutant(at, "replace the guard with false"));
                let holds = holds.map(|n| quote!(crate::mutant::on(#n) ||));
                let fails = fails.map(|n| quote!(!crate::mutant::on(#n) &&));
                **guard = parse_quote!((#holds (#fails (#guard))));
            } else if rest.is_some_and(|rest| rest > i)
                && let Some(n) = self.mutant(at, format!("delete the arm {}", arm.pat.to_token_stream()))
            {
                arm.guard = Some((parse_quote!(if), Box::new(parse_quote!(!crate::mutant::on(#n)))));
            }
        }
    }
}

impl VisitMut for Mutate<'_> {
    fn visit_item_mut(&mut self, item: &mut Item) {
        match item {
            // What the compiler works out has no switches.
            Item::Const(_) | Item::Static(_) | Item::Macro(_) | Item::Enum(_) => {}
            Item::Mod(module) if is_test(&module.attrs) => {}
            Item::Impl(block) if is_test(&block.attrs) => {}
            Item::Fn(item) => self.function(&item.attrs, &item.sig, &mut item.block),
            item => visit_mut::visit_item_mut(self, item),
        }
    }

    fn visit_impl_item_fn_mut(&mut self, item: &mut syn::ImplItemFn) {
        self.function(&item.attrs, &item.sig, &mut item.block);
    }

    fn visit_impl_item_const_mut(&mut self, _: &mut syn::ImplItemConst) {}
    fn visit_trait_item_const_mut(&mut self, _: &mut syn::TraitItemConst) {}
    fn visit_expr_const_mut(&mut self, _: &mut syn::ExprConst) {}
    fn visit_type_mut(&mut self, _: &mut syn::Type) {}
    fn visit_pat_mut(&mut self, _: &mut Pat) {}
    fn visit_attribute_mut(&mut self, _: &mut Attribute) {}
    fn visit_generic_argument_mut(&mut self, _: &mut syn::GenericArgument) {}

    fn visit_expr_repeat_mut(&mut self, expr: &mut syn::ExprRepeat) {
        self.visit_expr_mut(&mut expr.expr);
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        visit_mut::visit_expr_mut(self, expr);
        match expr {
            Expr::Binary(binary) => {
                if let Some(mutated) = self.binary(&binary.clone()) {
                    *expr = mutated;
                }
            }
            Expr::Unary(unary) => {
                let (at, value) = (syn::spanned::Spanned::span(&unary.op), &unary.expr);
                let mutated = match unary.op {
                    UnOp::Not(_) => self.mutant(at, "delete !").map(|n| parse_quote!(crate::mutant::not(#n, #value))),
                    UnOp::Neg(_) => self.mutant(at, "delete -").map(|n| parse_quote!(crate::mutant::neg(#n, #value))),
                    _ => None,
                };
                *expr = mutated.unwrap_or_else(|| expr.clone());
            }
            Expr::Match(found) => self.arms(found),
            _ => {}
        }
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let words = attribute.meta.to_token_stream().to_string();
        words == "test" || words.starts_with("cfg") && words.contains("test")
    })
}

/// A chain of conditions that binds names has no other form.
fn has_let(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(binary) => matches!(binary.op, BinOp::And(_)) && (has_let(&binary.left) || has_let(&binary.right)),
        _ => false,
    }
}

/// The operators that stand in for another, as cargo-mutants has them; but `^` for `|`, since the bits that these rooms put together
/// are apart and make the same number.
fn instead_of(op: &BinOp) -> Vec<BinOp> {
    let others: &[&str] = match op.to_token_stream().to_string().as_str() {
        "==" => &["!="],
        "!=" => &["=="],
        "<" => &["==", ">", "<="],
        ">" => &["==", "<", ">="],
        "<=" => &[">"],
        ">=" => &["<"],
        "+" => &["-", "*"],
        "-" => &["+", "/"],
        "*" => &["+", "/"],
        "/" => &["%", "*"],
        "%" => &["/", "+"],
        "&" => &["|", "^"],
        "|" => &["&"],
        "^" => &["&", "|"],
        "<<" => &[">>"],
        ">>" => &["<<"],
        "+=" => &["-=", "*="],
        "-=" => &["+=", "/="],
        "*=" => &["+=", "/="],
        "/=" => &["%=", "*="],
        "&=" => &["|=", "^="],
        "|=" => &["&=", "^="],
        "<<=" => &[">>="],
        ">>=" => &["<<="],
        _ => &[],
    };
    others.iter().map(|other| syn::parse_str(other).expect("an operator")).collect()
}

/// Where the mutants of a mutated file stand in it, outer ones first: what the compiler says of that place is said of them.
pub fn places(source: &str) -> Vec<(usize, Range<usize>)> {
    fn walk(tokens: TokenStream, places: &mut Vec<(usize, Range<usize>)>) {
        // A switch is a name and a number in brackets; what it chooses stands in braces behind it, or with the number.
        let mut switch = None;
        let mut name = String::new();
        for token in tokens {
            match token {
                TokenTree::Group(group) => {
                    let first = group.stream().into_iter().next().map_or(String::new(), |token| token.to_string());
                    let number = first.strip_suffix("u32").and_then(|digits| digits.parse().ok());
                    let range = group.span().byte_range();
                    match group.delimiter() {
                        Delimiter::Parenthesis if name == "on" => switch = number,
                        Delimiter::Parenthesis if name == "not" || name == "neg" => places.extend(number.map(|number| (number, range))),
                        Delimiter::Brace => places.extend(switch.take().map(|number| (number, range))),
                        _ => {}
                    }
                    walk(group.stream(), places);
                    name.clear();
                }
                token => {
                    name = token.to_string();
                    switch = None;
                }
            }
        }
    }
    let mut found = Vec::new();
    walk(source.parse().expect("tokens"), &mut found);
    found
}
