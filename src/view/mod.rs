//! Yew components: values in, callbacks out.
