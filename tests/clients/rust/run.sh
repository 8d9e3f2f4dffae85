#!/usr/bin/env bash
# Rust: typify.
source "$(dirname "$0")/../lib.sh" "$@"
export VERBALE_SCHEMA="$schema"
target="${CARGO_TARGET_DIR:-$here/../../../target}/clients"
mkdir crate
cp -r "$here/Cargo.toml" "$here/build.rs" "$here/src" crate/
[[ ! -f $here/Cargo.lock ]] || cp "$here/Cargo.lock" crate/
get "typify" cargo fetch --manifest-path crate/Cargo.toml
cargo build -q --manifest-path crate/Cargo.toml --target-dir "$target"
"$target/debug/verbale-client" "$documents" >lines
types="$("$target/debug/verbale-client" --types)"
cp -r crate wrong
sed -i 's/\.alpha3/.alpha_3/' wrong/src/main.rs
refuses cargo check -q --manifest-path wrong/Cargo.toml --target-dir "$target"
summary typify 0.8.0 "$types"
