//! What a function may give back instead of what it works out.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{GenericArgument, PathArguments, Type};

/// Plain values of a type, by its name alone; those that don't compile are dropped later.
pub fn values(of: &Type) -> Vec<TokenStream> {
    match of {
        Type::Paren(inner) => values(&inner.elem),
        Type::Group(inner) => values(&inner.elem),
        Type::Tuple(tuple) => {
            let start = vec![quote!()];
            let rows = tuple
                .elems
                .iter()
                .map(values)
                .fold(start, |rows, column| rows.iter().flat_map(|row| column.iter().map(move |value| quote!(#row #value,))).collect());
            rows.into_iter().map(|row| quote!((#row))).collect()
        }
        Type::Reference(reference) => match &*reference.elem {
            Type::Path(path) if path.path.is_ident("str") => vec![quote!(""), quote!("xyzzy")],
            Type::Slice(slice) => {
                let full = values(&slice.elem).into_iter().map(|value| quote!(Vec::leak(vec![#value])));
                std::iter::once(quote!(Vec::leak(Vec::new()))).chain(full).collect()
            }
            target => values(target).into_iter().map(|value| quote!(Box::leak(Box::new(#value)))).collect(),
        },
        Type::Path(path) => named(path),
        // An `impl Trait` is one type; another iterator would be another.
        _ => Vec::new(),
    }
}

fn named(path: &syn::TypePath) -> Vec<TokenStream> {
    let last = path.path.segments.last().expect("a path has a name");
    let first = match &last.arguments {
        PathArguments::AngleBracketed(arguments) => arguments.args.iter().find_map(|argument| match argument {
            GenericArgument::Type(of) => Some(values(of)),
            _ => None,
        }),
        _ => None,
    };
    let name = last.ident.to_string();
    match (name.as_str(), first) {
        ("bool", _) => vec![quote!(true), quote!(false)],
        ("String", _) => vec![quote!(String::new()), quote!("xyzzy".into())],
        ("u8" | "u16" | "u32" | "u64" | "usize", _) => vec![quote!(0), quote!(1)],
        ("i8" | "i16" | "i32" | "i64" | "isize", _) => vec![quote!(0), quote!(1), quote!(-1)],
        ("f32" | "f64", _) => vec![quote!(0.0), quote!(1.0), quote!(-1.0)],
        ("Option", Some(of)) => std::iter::once(quote!(None)).chain(of.iter().map(|value| quote!(Some(#value)))).collect(),
        ("Result", Some(of)) => of.iter().map(|value| quote!(Ok(#value))).collect(),
        ("Vec", Some(of)) => std::iter::once(quote!(Vec::new())).chain(of.iter().map(|value| quote!(vec![#value]))).collect(),
        ("Box" | "Rc" | "Arc", Some(of)) => of.iter().map(|value| quote!(#path::new(#value))).collect(),
        _ => vec![quote!(Default::default())],
    }
}
