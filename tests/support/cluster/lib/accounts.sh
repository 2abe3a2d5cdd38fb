# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Users, passwords and keys: private copies of the account files, bind-mounted into every host.

write_accounts() {
    mkdir -p "$etc" "$run/home" "$run/client"
    cp /etc/passwd /etc/group "$etc/"
    cat /etc/shadow >"$etc/shadow" 2>/dev/null || sed 's/:.*/:*:19700:0:99999:7:::/' /etc/passwd >"$etc/shadow"
    local entry name id shell
    for entry in $users; do
        IFS=: read -r name id shell <<<"$entry"
        write_user "$name" "$id" "$shell"
    done
    chmod 600 "$etc/shadow"
    write_client_keys
    write_shell_habits
    write_training_job
    for entry in $users; do
        IFS=: read -r name id shell <<<"$entry"
        chown -R "$id:$id" "$run/home/$name"
        chmod 700 "$run/home/$name/.ssh"
        chmod 755 "$run/home/$name"
    done
}

write_user() { # NAME ID SHELL
    local home=$run/home/$1
    echo "$1:x:$2:$2:$1:$home:$3" >>"$etc/passwd"
    echo "$1:x:$2:" >>"$etc/group"
    echo "$1:$(openssl passwd -6 "$1-pw"):19700:0:99999:7:::" >>"$etc/shadow"
    rm -rf "$home"
    mkdir -p "$home/.ssh"
    new_key "$home/.ssh/id_ed25519" "$1@vc" ""
}

new_key() { # FILE COMMENT PASSPHRASE
    rm -f "$1" "$1.pub"
    ssh-keygen -q -t ed25519 -N "$3" -C "$2" -f "$1"
}

# What the person at the desktop holds: alice's key (it opens every account), the same user's key behind a passphrase
# ("open sesame"), and a key that only its certificate lets in (good for a day, for every account).
write_client_keys() {
    local client=$run/client name
    cp "$run/home/alice/.ssh/id_ed25519" "$client/alice_key"
    cp "$run/home/alice/.ssh/id_ed25519.pub" "$client/alice_key.pub"
    new_key "$client/passphrase_key" passphrase@vc "open sesame"
    new_key "$client/user_ca" ca@vc ""
    new_key "$client/certificate_key" certificate@vc ""
    ssh-keygen -q -s "$client/user_ca" -I certificate@vc -n alice,bob,carol,tina,nora,sam -V -5m:+1d "$client/certificate_key.pub"
    for name in alice bob carol tina nora sam; do
        cat "$client/alice_key.pub" "$client/passphrase_key.pub" "$run/home/$name/.ssh/id_ed25519.pub" \
            | sort -u >"$run/home/$name/.ssh/authorized_keys"
    done
    chmod 600 "$client"/*_key "$client/user_ca"
    [ -n "${SUDO_UID:-}" ] && chown -R "$SUDO_UID:$SUDO_GID" "$client"
    return 0
}

# The habits of real accounts that break careless programs. bash reads .bashrc for a command over ssh, too.
write_shell_habits() {
    printf '%s\n' 'echo "Welcome, nora! Remember to clean /scratch."' 'printf "\001\002\377\000\033[31mred\033[0m\r\n@T 1 E 0\n"' \
        'echo "module: command not found" >&2' >"$run/home/nora/.bashrc"
    echo 'sleep 1' >"$run/home/sam/.bashrc"
    echo 'set prompt = "tcsh> "' >"$run/home/tina/.tcshrc"
}

# Everybody finds the training job at home.
write_training_job() {
    local entry name
    for entry in $users; do
        name=${entry%%:*}
        cp "$here/train.py" "$here/train.sbatch" "$run/home/$name/"
    done
}
