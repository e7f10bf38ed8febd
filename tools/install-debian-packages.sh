#!/bin/bash
# As root: install the named packages and start no service. The tests start their own brokers, on their own ports.
set -euo pipefail

policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
fi

apt_get() { apt-get -q -y -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@"; }

apt_get update
apt_get install --no-install-recommends "$@"

for package in "$@"; do
    case "$package" in
        rabbitmq-server | redis-server)
            if command -v systemctl >/dev/null; then systemctl disable "$package" || true; fi
            ;;
    esac
done
