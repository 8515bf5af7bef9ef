# Recipes for just (https://just.systems); each is a line or two that can be typed instead.

# List the recipes
default:
    @just --list

# Everything that must hold before a change lands
check:
    .ci/run

# Show the map of Syria, or of another region file
run *arguments:
    cargo run --release -- {{arguments}}

# Run the tests whose names hold a word
test *word:
    cargo test {{word}}

# Accept the snapshots as they are now, and write the tables of the README and of `docs`, the schema and the picture: read the diff
update:
    INSTA_UPDATE=always UPDATE=1 cargo test --no-fail-fast

# Measure frames, dates and a generated map of many regions
bench:
    cargo bench

# Pack the program for this machine or another target it can run
package target=`rustc -vV | sed -n 's/^host: //p'`:
    .ci/package {{target}}
