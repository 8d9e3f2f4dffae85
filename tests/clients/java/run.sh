#!/usr/bin/env bash
# Java: OpenAPI Generator (its jar comes as a package of PyPI), javac, Jackson (of Debian).
source "$(dirname "$0")/../lib.sh" "$@"
command -v javac >/dev/null || unreachable "javac is not here"
command -v python3 >/dev/null || unreachable "python3 is not here"
jars=/usr/share/java
if [[ ! -f $jars/jackson-databind.jar || ! -f $jars/jsr305.jar ||
    ! -f $jars/geronimo-annotation-1.3-spec.jar ]]; then
    command -v apt-get >/dev/null || unreachable "Jackson is not here"
    apt-get update -q >install.log 2>&1 || true
    get "Jackson" apt-get install -q -y --no-install-recommends libjackson2-databind-java \
        libjsr305-java libgeronimo-annotation-1.3-spec-java
fi
get "virtual environment" python3 -m venv venv
get "openapi-generator-cli" venv/bin/pip install -q openapi-generator-cli==7.26.0
jar="$(find venv -name openapi-generator.jar)"
python3 "$here/openapi.py" "$schema" openapi.json
java -jar "$jar" generate -i openapi.json -g java --library resttemplate -o generated \
    --global-property models,modelDocs=false,modelTests=false \
    --inline-schema-options RESOLVE_INLINE_ENUMS=true --additional-properties \
    openApiNullable=false,hideGenerationTimestamp=true,modelPackage=verbale,useJakartaEe=false,useOneOfInterfaces=true,serializationLibrary=jackson \
    >generate.log 2>&1 || { cat generate.log >&2; exit 1; }
types=generated/src/main/java
cp "$here/Client.java" .
mkdir wrong
sed 's/getAlpha3/getAlpha_3/' Client.java >wrong/Client.java
path="$jars/jackson-databind.jar:$jars/jackson-core.jar:$jars/jackson-annotations.jar"
path="$path:$jars/jsr305.jar:$jars/geronimo-annotation-1.3-spec.jar"
javac -encoding UTF-8 -nowarn -cp "$path" -sourcepath "$types" -d built Client.java
refuses javac -encoding UTF-8 -nowarn -cp "$path:built" -d wrong wrong/Client.java
java -Dfile.encoding=UTF-8 -cp "$path:built" Client "$documents" >lines
summary openapi-generator 7.26.0 "$(find "$types" -name '*.java' | wc -l)"
