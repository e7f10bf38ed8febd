# The virtual environment .venv and what stands in it. Read by setup.sh.

OLDEST_PYTHON=3.11

# Brings .venv to what a requirements file names, by hash, then adds Courtready itself.
install_python_packages() {
    local requirements=$1
    is_current "$requirements" && return

    did_something=yes
    [ -x .venv/bin/python ] || make_environment
    echo "Installing Python packages from $requirements"
    install_uv
    with_uv pip install --require-hashes --no-build --compile-bytecode -r "$requirements"
    with_uv pip install --no-deps --no-build-isolation --editable .
    mark_current "$requirements"
}

make_environment() {
    local python
    if ! python=$(find_python); then
        echo "Courtready needs Python $OLDEST_PYTHON or later with its venv module, and this machine's python3 is $(python3 --version 2>/dev/null || echo missing)." >&2
        exit 1
    fi
    quietly "$python" -m venv .venv
}

# The first Python here that is new enough and can make environments.
find_python() {
    local python
    for python in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$python" -c "import ensurepip, sys, venv; sys.exit(sys.version_info < (${OLDEST_PYTHON/./, }))" 2>/dev/null; then
            echo "$python"
            return
        fi
    done
    return 1
}

# uv too is installed by the hashes in the requirements.
install_uv() {
    [ -x .venv/bin/uv ] && return
    local only_uv
    only_uv=$(mktemp)
    awk '/^[a-z]/ { of_uv = /^uv==/ } of_uv' requirements.txt >"$only_uv"
    quietly .venv/bin/python -m pip install --disable-pip-version-check --require-hashes --no-deps -r "$only_uv"
    rm -f "$only_uv"
}

with_uv() {
    local cache=()
    [ -w "${HOME:-/nowhere}" ] || cache=(--no-cache)
    quietly .venv/bin/uv "${cache[@]}" --quiet "$@" --python .venv/bin/python
}

# A mark holds the checksum of everything it was made from. What serves the tests serves running as well.
is_current() {
    local mark
    [ -x .venv/bin/courtready ] || return 1
    for mark in "$1" requirements-dev.txt; do
        [ "$(cat ".venv/mark-$mark" 2>/dev/null)" = "$(checksum "$mark")" ] && return
    done
    return 1
}

mark_current() { checksum "$1" >".venv/mark-$1"; }

checksum() { cat "$1" pyproject.toml tools/python.sh | sha256sum; }
