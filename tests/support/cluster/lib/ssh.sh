# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
# The login node's doors, one sshd each, and what a client needs to go through them.
#   22    key, password or keyboard-interactive; certificates      2204  as 22, but MaxSessions 1
#   2201  two prompts: password, then a one-time code              2205  as 22, with a long banner
#   2202  password only
#   2203  key, then both prompts
login_ports="22 2201 2202 2203 2204 2205"

write_ssh_conf() { # NODES
    mkdir -p "$etc/ssh" "$etc/pam.d" "$run/client"
    local host
    for host in login node; do [ -f "$etc/ssh/key_$host" ] || new_key "$etc/ssh/key_$host" "$host" ""; done
    cp "$run/client/user_ca.pub" "$etc/ssh/user_ca.pub"
    write_doors
    write_banner
    write_pam
    reset_one_time_codes
    write_known_hosts "$1"
    write_client_config
}

write_doors() {
    local open="PasswordAuthentication yes|KbdInteractiveAuthentication yes|PubkeyAuthentication yes|TrustedUserCAKeys $etc/ssh/user_ca.pub"
    local prompts="PasswordAuthentication no|KbdInteractiveAuthentication yes"
    write_sshd_conf 22 login "$open|MaxSessions 10"
    write_sshd_conf 2201 login "$prompts|PubkeyAuthentication no|AuthenticationMethods keyboard-interactive|MaxSessions 10"
    write_sshd_conf 2202 login "PasswordAuthentication yes|KbdInteractiveAuthentication no|PubkeyAuthentication no|MaxSessions 10"
    write_sshd_conf 2203 login "$prompts|PubkeyAuthentication yes|AuthenticationMethods publickey,keyboard-interactive|MaxSessions 10"
    write_sshd_conf 2204 login "$open|MaxSessions 1"
    write_sshd_conf 2205 login "$open|MaxSessions 10|Banner $etc/ssh/banner"
    write_sshd_conf node node "PasswordAuthentication no|KbdInteractiveAuthentication no|PubkeyAuthentication yes|MaxSessions 10"
    ln -sf /usr/sbin/sshd "$etc/ssh/sshd-otp" # sshd's PAM service is the name it was called by
}

write_sshd_conf() { # PORT|node KEY LINES_JOINED_BY_|
    local port=$1
    [ "$port" = node ] && port=22
    cat >"$etc/ssh/sshd_$1" <<CONF
Port $port
HostKey $etc/ssh/key_$2
PidFile none
UsePAM yes
StrictModes yes
PermitRootLogin prohibit-password
X11Forwarding no
PrintMotd no
PrintLastLog no
AcceptEnv LANG LC_*
Subsystem sftp internal-sftp
UseDNS no
LogLevel VERBOSE
SetEnv PATH=/run/vcbin:/usr/local/bin:/usr/bin:/bin
MaxStartups 10:30:100
$(tr '|' '\n' <<<"$3")
CONF
}

write_banner() {
    local i
    for ((i = 1; i <= 40; i++)); do
        echo "*** Unauthorised use is forbidden. Utilisation non autorisée interdite. Line $i of 40 <b>&amp;</b> ***"
    done >"$etc/ssh/banner"
}

write_pam() {
    printf '%s\n' 'auth     required pam_unix.so' 'account  required pam_unix.so' 'password required pam_deny.so' \
        'session  required pam_unix.so' >"$etc/pam.d/sshd"
    sed "1a auth     required pam_oath.so usersfile=$etc/users.oath window=20 digits=6" "$etc/pam.d/sshd" >"$etc/pam.d/sshd-otp"
}

# A code is refused a second time, until this makes every code fresh again.
reset_one_time_codes() {
    local entry
    for entry in $users; do echo "HOTP/T30/6 ${entry%%:*} - $one_time_secret"; done >"$etc/users.oath"
    chmod 600 "$etc/users.oath"
}

write_known_hosts() { # NODES
    local login_key node_key port i
    login_key=$(cut -d' ' -f1,2 "$etc/ssh/key_login.pub")
    node_key=$(cut -d' ' -f1,2 "$etc/ssh/key_node.pub")
    {
        echo "$entrance_address,login,$login_address $login_key"
        for port in $login_ports; do echo "[$entrance_address]:$port $login_key"; done
        for ((i = 1; i <= $1; i++)); do echo "$(node_name "$i"),$(node_address "$i") $node_key"; done
    } >"$run/client/known_hosts"
    cp "$run/client/known_hosts" "$etc/ssh/ssh_known_hosts"
}

write_client_config() {
    {
        client_alias vclogin 22
        client_alias vc-otp 2201
        client_alias vc-password 2202
        client_alias vc-key-otp 2203
        client_alias vc-one-session 2204
        client_alias vc-banner 2205
        cat <<CONF
Host n???
  ProxyJump vclogin
Host *
  User alice
  IdentityFile $run/client/alice_key
  IdentitiesOnly yes
  UserKnownHostsFile $run/client/known_hosts
  StrictHostKeyChecking yes
CONF
    } >"$run/client/ssh_config"
    [ -n "${SUDO_UID:-}" ] && chown -R "$SUDO_UID:$SUDO_GID" "$run/client"
    return 0
}

client_alias() { printf 'Host %s\n  HostName %s\n  Port %s\n' "$1" "$entrance_address" "$2"; }
