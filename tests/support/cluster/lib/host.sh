# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
# What happens inside a host: process 1 of its own namespaces, its private mounts, its programs.

run_host() { # NAME ROLE
    exec </dev/null >>"$logs/$1.init.log" 2>&1
    hostname "$1"
    make_private_mounts "$1"
    ulimit -n "$(ulimit -Hn)" 2>/dev/null
    export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root
    "run_$2" "$1"
    touch "$pids/$1.ready"
    # Process 1 reaps orphans and outlives every program, so that a test may end any of them.
    trap 'exit 0' TERM
    while :; do
        sleep 3600 &
        wait $!
    done
}

# All mount points lie on a tmpfs of the host, so nothing is written to this machine's /run or /etc.
make_private_mounts() { # NAME
    mount --make-rprivate /
    mount -t proc proc /proc
    mount -t tmpfs -o mode=755,size=64m tmpfs /run
    mkdir -p /run/sshd /run/munge /run/vcpid /run/vcgpu /run/vcbin /run/lock /run/vcssh /run/vcpam
    mount --bind "$run/munge" /run/munge
    local file
    for file in hosts passwd group shadow; do mount --bind "$etc/$file" "/etc/$file"; done
    cp /etc/ssh/moduli /run/vcssh/ 2>/dev/null
    cp "$etc/ssh/ssh_known_hosts" /run/vcssh/
    echo 'Host *' >/run/vcssh/ssh_config
    mount --bind /run/vcssh /etc/ssh
    mount --bind "$etc/slurm" /etc/slurm
    cp -a /etc/pam.d/. /run/vcpam/
    cp "$etc"/pam.d/* /run/vcpam/
    mount --bind /run/vcpam /etc/pam.d
    mount -t tmpfs -o size=64m tmpfs /var/spool
    mkdir -p /var/spool/slurmd
    echo "$1" >/run/hostname
    [ -e /etc/hostname ] && mount --bind /run/hostname /etc/hostname
    return 0
}

run_ctl() {
    /usr/sbin/munged --force --key-file="$etc/munge.key" --socket=/run/munge/munge.socket.2 --pid-file=/run/vcpid/munged.pid \
        --log-file="$logs/munged.log" --seed-file="$run/munge.seed" --num-threads=4
    if [ -f "$run/with-accounting" ]; then
        run_database
        start_program slurmdbd
        wait_until 20 can_connect "$controller_address" 6819
        add_accounts
    fi
    start_program slurmctld
}

run_database() {
    mkdir -p /run/mysqld
    chown mysql /run/mysqld
    if ! start_database; then # what an earlier crash left may be beyond repair
        pkill -KILL -x mariadbd
        rm -rf "$run/db"
        start_database || return
    fi
    local drop="drop database if exists slurm_acct_db;" grants="" host
    [ -n "${KEEP_STATE:-}" ] && drop=""
    for host in 127.0.0.1 localhost; do
        grants+="create user if not exists 'slurm'@'$host' identified by 'slurmpw'; grant all on slurm_acct_db.* to 'slurm'@'$host';"
    done
    mariadb --no-defaults --socket=/run/mysqld/mysqld.sock -e "$drop create database if not exists slurm_acct_db; $grants"
}

start_database() {
    if [ ! -d "$run/db/mysql" ]; then
        mkdir -p "$run/db"
        chown mysql "$run/db"
        mariadb-install-db --no-defaults --user=mysql --datadir="$run/db" --skip-test-db \
            --auth-root-authentication-method=socket >"$logs/mariadb-install.log" 2>&1
    fi
    setsid mariadbd --no-defaults --user=mysql --datadir="$run/db" --socket=/run/mysqld/mysqld.sock --bind-address=127.0.0.1 \
        --port=3306 --innodb-buffer-pool-size=256M --innodb-lock-wait-timeout=900 --innodb-flush-log-at-trx-commit=2 \
        --max-allowed-packet=64M --pid-file=/run/mysqld/mariadb.pid >>"$logs/mariadbd.log" 2>&1 &
    wait_until 30 mariadb-admin --no-defaults --socket=/run/mysqld/mysqld.sock ping
}

add_accounts() {
    sacctmgr -nP show cluster 2>/dev/null | grep -q '^vc|' && return
    sacctmgr -i add cluster vc
    sacctmgr -i add account lab cluster=vc Description=lab Organization=lab
    local entry names=""
    for entry in $users; do names+=",${entry%%:*}"; done
    sacctmgr -i add user "${names#,}" account=lab cluster=vc
}

run_login() {
    start_program sshd
}

run_node() { # NAME
    local gpu
    for gpu in 0 1 2 3; do
        mknod -m 666 "/run/vcgpu/nvidia$gpu" c 1 3 2>/dev/null && continue
        : >"/run/vcgpu/nvidia$gpu" # without real root a device cannot be made, but bound
        mount --bind /dev/null "/run/vcgpu/nvidia$gpu"
    done
    chmod 755 /run/vcgpu
    install -m 755 "$here/nvidia-smi" /run/vcbin/nvidia-smi
    start_program slurmd
    start_program sshd
}

start_program() { # PROGRAM
    local host port
    host=$(hostname)
    exec </dev/null
    case $1:$host in
    slurmctld:*) setsid slurmctld -D >>"$logs/slurmctld.out" 2>&1 & ;;
    slurmdbd:*) setsid slurmdbd -D >>"$logs/slurmdbd.out" 2>&1 & ;;
    slurmd:*) setsid slurmd -D -N "$host" >>"$logs/slurmd.$host.out" 2>&1 & ;;
    sshd:login)
        for port in $login_ports; do
            case $port in
            2201 | 2203) setsid "$etc/ssh/sshd-otp" -D -E "$logs/sshd.login.log" -f "$etc/ssh/sshd_$port" & ;;
            *) setsid /usr/sbin/sshd -D -E "$logs/sshd.login.log" -f "$etc/ssh/sshd_$port" & ;;
            esac
        done
        ;;
    sshd:*) setsid /usr/sbin/sshd -D -E "$logs/sshd.$host.log" -f "$etc/ssh/sshd_node" & ;;
    *) die "no such program: $1" ;;
    esac
}
