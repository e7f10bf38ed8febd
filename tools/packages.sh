# Debian packages: which, and how they are installed. Read by setup.sh.

# "a|b" is met by either; the first is what gets installed. A desktop's own LibreOffice is never replaced.
TO_RUN=(
    ca-certificates
    "libreoffice-writer-nogui|libreoffice-writer"
    python3-uno
    libtcmalloc-minimal4
    fonts-liberation
    fonts-crosextra-carlito
    fonts-crosextra-caladea
    fonts-noto-cjk
    fonts-dejavu-core
    fonts-droid-fallback
)
TO_TEST=(
    chromium
    poppler-utils
    rabbitmq-server
    redis-server
)

did_something=""

# Installs what is missing. Where this account may not install, one sentence says what to install.
install_debian_packages() {
    if ! command -v dpkg-query >/dev/null; then
        say_once_what_another_system_needs "$@"
        return
    fi
    local missing=()
    for wanted in "$(python_package)" "$@"; do
        is_installed "$wanted" || missing+=("${wanted%%|*}")
    done
    [ ${#missing[@]} -eq 0 ] && return

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        as_root=(sudo -n)
        if ! sudo -n true 2>/dev/null; then
            echo "Courtready needs Debian packages that this account may not install; please have an administrator run: apt-get install --no-install-recommends ${missing[*]}" >&2
            exit 1
        fi
    fi
    did_something=yes
    echo "Installing Debian packages: ${missing[*]}"
    quietly "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive bash tools/install-debian-packages.sh "${missing[@]}"
}

is_installed() {
    local wanted
    [ -z "$1" ] && return 0
    IFS='|' read -ra wanted <<<"$1"
    dpkg-query -W -f '${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null | grep -qx installed
}

# The package that Debian's own python3 lacks before it can make virtual environments; nothing if another Python can.
python_package() {
    [ -x .venv/bin/python ] || find_python >/dev/null || echo python3-venv
}

say_once_what_another_system_needs() {
    command -v soffice >/dev/null && return
    echo "Courtready sets itself up on Debian; on this system please install what these Debian packages hold: ${*%%|*}" >&2
    exit 1
}

# Runs a command and shows what it said only if it failed.
quietly() {
    local said
    said=$(mktemp)
    if ! "$@" >"$said" 2>&1 </dev/null; then
        cat "$said" >&2
        rm -f "$said"
        echo "This failed: $*" >&2
        exit 1
    fi
    rm -f "$said"
}
