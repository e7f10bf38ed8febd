#!/bin/bash
# Everything that this machine needs, and nothing that it already has.
#
#   tools/setup.sh run      to use Courtready: LibreOffice, fonts, Python packages
#   tools/setup.sh tests    to test it as well: browser, brokers, PDF tools, linters
#   tools/setup.sh make     only make itself
#
# A second call finds all in place and says nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/packages.sh
. tools/python.sh

started=$SECONDS
case "${1:-}" in
    run) debian=("${TO_RUN[@]}") requirements=requirements.txt ;;
    tests) debian=("${TO_RUN[@]}" "${TO_TEST[@]}") requirements=requirements-dev.txt ;;
    make) install_debian_packages make; exit ;;
    *) echo "Say what to set up for: tools/setup.sh run, or tools/setup.sh tests." >&2; exit 2 ;;
esac

install_debian_packages "${debian[@]}"
after_packages=$SECONDS
install_python_packages "$requirements"

if [ -n "$did_something" ]; then
    echo "Set-up took $((SECONDS - started)) s: Debian packages $((after_packages - started)) s, Python packages $((SECONDS - after_packages)) s."
fi
