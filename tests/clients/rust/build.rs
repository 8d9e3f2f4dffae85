//! Generates the types of the schema with typify.

use std::path::PathBuf;

fn main() {
    let path = std::env::var("VERBALE_SCHEMA").expect("VERBALE_SCHEMA is the path of the schema");
    println!("cargo::rerun-if-changed={path}");
    println!("cargo::rerun-if-env-changed=VERBALE_SCHEMA");
    let text = std::fs::read_to_string(path).expect("the schema can be read");
    let schema: schemars::schema::RootSchema = serde_json::from_str(&text).expect("a schema");
    let mut types = typify::TypeSpace::new(&typify::TypeSpaceSettings::default());
    types.add_root_schema(schema).expect("typify reads the schema");
    let file = syn::parse2(types.to_stream()).expect("typify writes Rust");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo gives OUT_DIR"));
    std::fs::write(out.join("verbale.rs"), prettyplease::unparse(&file)).expect("types are written");
    println!("cargo::rustc-env=VERBALE_TYPES={}", types.iter_types().count());
}
