#!/usr/bin/env bash
# Runs a command with a PostgreSQL server of its own up, which nobody reaches but by its socket:
#   tests/postgresql.sh make test
# The server and all that it wrote are gone afterwards, however the command ends. The command finds the server's address
# in CLEANCLAIM_TEST_POSTGRESQL. Where PostgreSQL is not installed, root installs Debian's package.
set -euo pipefail

programs() {
  for one in "$(dirname "$(command -v initdb || echo /none/initdb)")" $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -Vr); do
    if [ -x "$one/initdb" ] && [ -x "$one/pg_ctl" ]; then echo "$one"; return; fi
  done
  return 1
}

install() {
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "PostgreSQL is needed: initdb and pg_ctl (Debian: apt-get install postgresql)" >&2
    return 1
  fi
  # no server but ours is to start
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -qq --yes --no-install-recommends postgresql >/dev/null 2>&1 ||
    { apt-get update -qq && apt-get install -qq --yes --no-install-recommends postgresql >/dev/null; } >&2
}

as_server() { "$@"; }
bin=$(programs) || { install && bin=$(programs); }
folder=$(mktemp -d)
if [ "$(id -u)" -eq 0 ]; then
  # PostgreSQL refuses to run as root
  user=$(id -nu postgres 2>/dev/null || echo nobody)
  chown "$user" "$folder"
  as_server() { setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups env HOME="$folder" "$@"; }
fi

stop() {
  (cd "$folder" && as_server "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1) || true
  rm -rf "$folder"
}
trap stop EXIT

cd_to=$PWD
cd "$folder"
as_server "$bin/initdb" -D "$folder/data" -U postgres --auth=trust --encoding=UTF8 --locale=C --no-sync >/dev/null
# the owner is trusted, everyone else needs a password
printf 'local all postgres trust\nlocal all all scram-sha-256\n' | as_server tee "$folder/data/pg_hba.conf" >/dev/null
as_server "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w \
  -o "-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=off -c max_connections=100" start >/dev/null ||
  { cat "$folder/log" >&2; exit 1; }
cd "$cd_to"

export CLEANCLAIM_TEST_POSTGRESQL="postgresql://postgres@/postgres?host=$folder"
"$@"
