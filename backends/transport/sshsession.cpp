// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/sshsession.h"

#include <libssh/callbacks.h>
#include <libssh/libssh.h>
#include <optional>

namespace paceline {

namespace {

// The fastest first; the same set as OpenSSH offers.
constexpr char kCiphers[] = "aes128-gcm@openssh.com,aes256-gcm@openssh.com,chacha20-poly1305@openssh.com,"
                            "aes128-ctr,aes192-ctr,aes256-ctr";
constexpr qint64 kErrorTailBytes = 4096;
// A packet so large announces more: the buffer is then made once for what a reader takes at a time.
constexpr uint32_t kBulkPacket = 16 << 10;
constexpr qsizetype kOutputReserve = 100 << 10;
// Above this the channel's window is left to close.
constexpr qint64 kOutputLimit = 4 << 20;

struct SessionDeleter
{
    void operator()(ssh_session session) const
    {
        ssh_disconnect(session);
        ssh_free(session);
    }
};
struct EventDeleter
{
    void operator()(ssh_event event) const { ssh_event_free(event); }
};
struct CStringDeleter
{
    void operator()(char *text) const { ssh_string_free_char(text); }
};
using CString = std::unique_ptr<char, CStringDeleter>;

SshAuth authOf(int code)
{
    switch (code) {
    case SSH_AUTH_SUCCESS:
        return SshAuth::Accepted;
    case SSH_AUTH_PARTIAL:
        return SshAuth::Partial;
    case SSH_AUTH_DENIED:
        return SshAuth::Denied;
    case SSH_AUTH_INFO:
        return SshAuth::Questions;
    case SSH_AUTH_AGAIN:
        return SshAuth::Again;
    default:
        return SshAuth::Failed;
    }
}

SshStatus statusOf(int code)
{
    return code == SSH_OK ? SshStatus::Done : code == SSH_AGAIN ? SshStatus::Again : SshStatus::Failed;
}

} // namespace

void SshKeyDeleter::operator()(ssh_key_struct *key) const
{
    ssh_key_free(key);
}

Result<SshKey> SshKey::fromPublic(const QByteArray &type, const QByteArray &base64)
{
    const ssh_keytypes_e kind = ssh_key_type_from_name(type.constData());
    if (kind == SSH_KEYTYPE_UNKNOWN)
        return failure(ErrorKind::Unsupported, QString::fromLatin1(type));
    ssh_key key = nullptr;
    const int rc = type.contains("-cert-") ? ssh_pki_import_cert_base64(base64.constData(), kind, &key)
                                           : ssh_pki_import_pubkey_base64(base64.constData(), kind, &key);
    if (rc != SSH_OK)
        return failure(ErrorKind::Malformed, QString::fromLatin1(type));
    SshKey result;
    result.m_key.reset(key);
    return result;
}

static int noPassphrase(const char *, char *, size_t, int, int, void *)
{
    return -1;
}

Result<SshKey> SshKey::fromPrivate(const QByteArray &text, const QByteArray &passphrase)
{
    ssh_key key = nullptr;
    const char *secret = passphrase.isEmpty() ? nullptr : passphrase.constData();
    if (ssh_pki_import_privkey_base64(text.constData(), secret, noPassphrase, nullptr, &key) != SSH_OK)
        return failure(ErrorKind::PermissionDenied);
    SshKey result;
    result.m_key.reset(key);
    return result;
}

bool SshKey::attachCertificate(const SshKey &certificate)
{
    return ssh_pki_copy_cert_to_privkey(certificate.handle(), handle()) == SSH_OK;
}

struct SshSession::Private
{
    std::unique_ptr<ssh_session_struct, SessionDeleter> session;
    std::unique_ptr<ssh_event_struct, EventDeleter> event;
    ssh_counter_struct counter{};
    QByteArray user;
};

SshSession::SshSession(const Options &options)
    : d(std::make_unique<Private>())
{
    d->session.reset(ssh_new());
    ssh_session s = d->session.get();
    const int off = 0;
    const unsigned int port = options.port;
    const socket_t fd = options.fd;
    const QByteArray host = options.host.toUtf8();
    const QByteArray types = options.hostKeyTypes.join(QLatin1Char(',')).toLatin1();
    d->user = options.user.toUtf8();
    ssh_options_set(s, SSH_OPTIONS_PROCESS_CONFIG, &off);
    ssh_options_set(s, SSH_OPTIONS_HOST, host.constData());
    ssh_options_set(s, SSH_OPTIONS_PORT, &port);
    ssh_options_set(s, SSH_OPTIONS_USER, d->user.constData());
    ssh_options_set(s, SSH_OPTIONS_FD, &fd);
    ssh_options_set(s, SSH_OPTIONS_CIPHERS_C_S, kCiphers);
    ssh_options_set(s, SSH_OPTIONS_CIPHERS_S_C, kCiphers);
    // Host keys are checked by KnownHosts; the library must not steer by files of its own choice.
    ssh_options_set(s, SSH_OPTIONS_KNOWNHOSTS, "/dev/null");
    ssh_options_set(s, SSH_OPTIONS_GLOBAL_KNOWNHOSTS, "/dev/null");
    if (!types.isEmpty())
        ssh_options_set(s, SSH_OPTIONS_HOSTKEYS, types.constData());
    ssh_set_blocking(s, 0);
    ssh_set_counters(s, &d->counter, nullptr);
}

SshSession::~SshSession()
{
    if (d->event)
        ssh_event_remove_session(d->event.get(), d->session.get());
}

SshStatus SshSession::handshake()
{
    const SshStatus status = statusOf(ssh_connect(d->session.get()));
    if (status == SshStatus::Done && !d->event) {
        d->event.reset(ssh_event_new());
        ssh_event_add_session(d->event.get(), d->session.get());
    }
    return status;
}

HostKey SshSession::serverKey() const
{
    ssh_key raw = nullptr;
    if (ssh_get_server_publickey(d->session.get(), &raw) != SSH_OK)
        return {};
    const std::unique_ptr<ssh_key_struct, SshKeyDeleter> key(raw);
    char *text = nullptr;
    if (ssh_pki_export_pubkey_base64(key.get(), &text) != SSH_OK)
        return {};
    const CString base64(text);
    const ssh_keytypes_e kind = ssh_key_type(key.get());
    const bool ecdsa =
        kind == SSH_KEYTYPE_ECDSA_P256 || kind == SSH_KEYTYPE_ECDSA_P384 || kind == SSH_KEYTYPE_ECDSA_P521;
    const char *type = ecdsa ? ssh_pki_key_ecdsa_name(key.get()) : ssh_key_type_to_char(kind);
    return {type, QByteArray::fromBase64(base64.get())};
}

QString SshSession::cipher() const
{
    return QString::fromLatin1(ssh_get_cipher_in(d->session.get()));
}

QString SshSession::banner() const
{
    const CString text(ssh_get_issue_banner(d->session.get()));
    return QString::fromUtf8(text.get());
}

QStringList SshSession::methods() const
{
    const int bits = ssh_userauth_list(d->session.get(), nullptr);
    QStringList names;
    if (bits & SSH_AUTH_METHOD_PUBLICKEY)
        names += QStringLiteral("publickey");
    if (bits & SSH_AUTH_METHOD_INTERACTIVE)
        names += QStringLiteral("keyboard-interactive");
    if (bits & SSH_AUTH_METHOD_PASSWORD)
        names += QStringLiteral("password");
    if (bits & SSH_AUTH_METHOD_GSSAPI_MIC)
        names += QStringLiteral("gssapi-with-mic");
    if (bits & SSH_AUTH_METHOD_HOSTBASED)
        names += QStringLiteral("hostbased");
    return names;
}

QString SshSession::errorText() const
{
    return QString::fromUtf8(ssh_get_error(d->session.get()));
}

SshAuth SshSession::tryNone()
{
    return authOf(ssh_userauth_none(d->session.get(), nullptr));
}

SshAuth SshSession::offerKey(const SshKey &key)
{
    return authOf(ssh_userauth_try_publickey(d->session.get(), nullptr, key.handle()));
}

SshAuth SshSession::tryKey(const SshKey &key)
{
    return authOf(ssh_userauth_publickey(d->session.get(), nullptr, key.handle()));
}

void SshSession::setAgentSocket(int fd)
{
    ssh_set_agent_socket(d->session.get(), fd);
}

SshAuth SshSession::tryAgent()
{
    return authOf(ssh_userauth_agent(d->session.get(), nullptr));
}

SshAuth SshSession::tryPassword(const QByteArray &password)
{
    return authOf(ssh_userauth_password(d->session.get(), nullptr, password.constData()));
}

SshAuth SshSession::tryInteractive()
{
    return authOf(ssh_userauth_kbdint(d->session.get(), nullptr, nullptr));
}

SshPrompts SshSession::prompts() const
{
    ssh_session s = d->session.get();
    SshPrompts result;
    result.name = QString::fromUtf8(ssh_userauth_kbdint_getname(s));
    result.instruction = QString::fromUtf8(ssh_userauth_kbdint_getinstruction(s));
    const int count = ssh_userauth_kbdint_getnprompts(s);
    for (int i = 0; i < count; ++i) {
        char echo = 0;
        const char *text = ssh_userauth_kbdint_getprompt(s, unsigned(i), &echo);
        result.prompts.push_back({QString::fromUtf8(text), echo != 0});
    }
    return result;
}

void SshSession::setAnswers(const QList<QByteArray> &answers)
{
    for (qsizetype i = 0; i < answers.size(); ++i)
        ssh_userauth_kbdint_setanswer(d->session.get(), unsigned(i), answers[i].constData());
}

int SshSession::fd() const
{
    return ssh_get_fd(d->session.get());
}

bool SshSession::isAlive() const
{
    return ssh_is_connected(d->session.get()) != 0;
}

bool SshSession::wantsToWrite() const
{
    return (ssh_get_poll_flags(d->session.get()) & SSH_WRITE_PENDING) != 0;
}

quint64 SshSession::movedBytes() const
{
    return d->counter.in_bytes + d->counter.out_bytes;
}

void SshSession::pump()
{
    if (d->event)
        ssh_event_dopoll(d->event.get(), 0);
}

struct SshChannel::Private
{
    SshSession::Private &session;
    ssh_channel channel = nullptr;
    ssh_channel_callbacks_struct callbacks{};
    QByteArray output, errors;
    std::optional<int> status;
    bool ended = false;
    bool heldBack = false; ///< bytes were left inside the library

    static int onData(ssh_session, ssh_channel, void *data, uint32_t size, int isError, void *self);
    static void onEnd(ssh_session, ssh_channel, void *self) { static_cast<Private *>(self)->ended = true; }
    static void onStatus(ssh_session, ssh_channel, int code, void *self)
    {
        static_cast<Private *>(self)->status = code;
    }
};

/// Runs inside the library: keeps the bytes, nothing else. Says how many it took.
int SshChannel::Private::onData(ssh_session, ssh_channel, void *data, uint32_t size, int isError, void *self)
{
    auto *p = static_cast<Private *>(self);
    const char *bytes = static_cast<const char *>(data);
    if (isError) {
        p->errors.append(bytes, qsizetype(size));
        p->errors = p->errors.right(kErrorTailBytes);
        return int(size);
    }
    if (p->output.size() >= kOutputLimit) {
        p->heldBack = true;
        return 0;
    }
    if (size >= kBulkPacket && p->output.capacity() < kOutputReserve)
        p->output.reserve(kOutputReserve);
    p->output.append(bytes, qsizetype(size));
    return int(size);
}

SshChannel::SshChannel(SshSession &session)
    : d(new Private{*session.d, nullptr, {}, {}, {}, {}, false, false})
{
    d->channel = ssh_channel_new(d->session.session.get());
    d->callbacks.userdata = d.get();
    d->callbacks.channel_data_function = Private::onData;
    d->callbacks.channel_eof_function = Private::onEnd;
    d->callbacks.channel_close_function = Private::onEnd;
    d->callbacks.channel_exit_status_function = Private::onStatus;
    ssh_callbacks_init(&d->callbacks);
    ssh_set_channel_callbacks(d->channel, &d->callbacks);
}

SshChannel::~SshChannel()
{
    ssh_remove_channel_callbacks(d->channel, &d->callbacks);
    ssh_channel_free(d->channel);
}

SshStatus SshChannel::openSession()
{
    return statusOf(ssh_channel_open_session(d->channel));
}

SshStatus SshChannel::exec(const QByteArray &command)
{
    return statusOf(ssh_channel_request_exec(d->channel, command.constData()));
}

SshStatus SshChannel::openForward(const QString &host, quint16 port)
{
    return statusOf(ssh_channel_open_forward(d->channel, host.toUtf8().constData(), port, "127.0.0.1", 0));
}

qint64 SshChannel::write(const char *bytes, qint64 size)
{
    const int n = ssh_channel_write(d->channel, bytes, uint32_t(std::min<qint64>(size, 1 << 20)));
    if (n == SSH_AGAIN)
        return 0;
    return n < 0 ? -1 : n;
}

void SshChannel::sendEof()
{
    ssh_channel_send_eof(d->channel);
}

void SshChannel::close()
{
    ssh_channel_close(d->channel);
}

QByteArray SshChannel::takeOutput(qint64 maxSize)
{
    QByteArray taken;
    if (d->output.size() <= maxSize) {
        taken = std::exchange(d->output, {});
    } else {
        taken = d->output.left(maxSize);
        d->output.remove(0, maxSize);
    }
    // What the callback left in the library is fetched here, which also reopens the window.
    if (d->heldBack && d->output.size() < kOutputLimit / 2) {
        d->heldBack = false;
        QByteArray rest(256 << 10, Qt::Uninitialized);
        for (int n = 0; (n = ssh_channel_read_nonblocking(d->channel, rest.data(), uint32_t(rest.size()), 0)) > 0;)
            d->output.append(rest.constData(), n);
    }
    return taken;
}

qint64 SshChannel::outputSize() const
{
    return d->output.size();
}

QByteArray SshChannel::errorTail() const
{
    return d->errors;
}

bool SshChannel::isFinished() const
{
    return d->ended && d->output.isEmpty() && !d->heldBack;
}

int SshChannel::exitStatus() const
{
    return d->status.value_or(-1);
}

} // namespace paceline
