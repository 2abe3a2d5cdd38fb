// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/format/describe.h"

#include "backends/core/text.h"

#include <QCoreApplication>

namespace paceline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Describe)
};

/// Host and port as known_hosts writes them: "host" or "[host]:2222".
QString knownHostsName(const QString &host)
{
    const QString bare = host.mid(host.lastIndexOf(QLatin1Char('@')) + 1);
    const qsizetype colon = bare.lastIndexOf(QLatin1Char(':'));
    if (colon <= 0 || bare.indexOf(QLatin1Char(':')) != colon)
        return bare;
    const QString port = bare.mid(colon + 1);
    return port == QLatin1String("22") ? bare.left(colon)
                                       : QLatin1Char('[') + bare.left(colon) + QStringLiteral("]:") + port;
}

QString forgetCommand(const QString &host)
{
    return QStringLiteral("ssh-keygen -R ") + QString::fromUtf8(shellQuoted(knownHostsName(host).toUtf8()));
}

/// The host in sentences and in commands to copy.
struct HostWords
{
    QString shown, forgetCommand, sshName;
};

HostWords wordsFor(const QString &host)
{
    if (host.isEmpty())
        return {Words::tr("The host"), QStringLiteral("ssh-keygen -R HOST"), QStringLiteral("HOST")};
    const QString shown = displayText(host, 255);
    return {shown, forgetCommand(shown), shown};
}

ErrorText reaching(ErrorKind kind, const HostWords &words)
{
    switch (kind) {
    case ErrorKind::Unreachable:
        return {Words::tr("%1 cannot be reached.").arg(words.shown),
                Words::tr("Check the network, the VPN and the port; a site may also block logins from outside.")};
    case ErrorKind::NameUnknown:
        return {
            Words::tr("The name %1 is not known.").arg(words.shown),
            Words::tr(
                "Check the spelling. A short name needs a Host entry in ~/.ssh/config; some names resolve only inside "
                "a VPN.")};
    case ErrorKind::Disconnected:
        return {Words::tr("The connection to %1 ended.").arg(words.shown),
                Words::tr("What was shown stays. Followed logs go on at the same byte after a reconnect.")};
    case ErrorKind::TimedOut:
        return {Words::tr("%1 did not answer in time.").arg(words.shown),
                Words::tr("The host or its file system may be busy; the next request is made by itself.")};
    case ErrorKind::ShellUnusable:
        return {
            Words::tr("Logged in to %1, but no POSIX shell answers.").arg(words.shown),
            Words::tr(
                "Try \"ssh %1 /bin/sh -c true\". A login script that asks questions or starts another program, or an "
                "account without a shell, stands in the way.")
                .arg(words.sshName)};
    default:
        return {};
    }
}

ErrorText loggingIn(ErrorKind kind, const HostWords &words)
{
    switch (kind) {
    case ErrorKind::HostKeyUnknown:
        return {Words::tr("The key of %1 is not known yet.").arg(words.shown),
                Words::tr(
                    "Compare the fingerprint with the one that the site publishes, then connect again and accept it.")};
    case ErrorKind::HostKeyChanged:
        return {Words::tr("%1 shows another key than the one on record.").arg(words.shown),
                Words::tr("Either the host was set up anew or somebody listens in between. Ask the site. If the new "
                          "key is right, "
                          "forget the old one with \"%1\" and connect again.")
                    .arg(words.forgetCommand)};
    case ErrorKind::HostKeyRevoked:
        return {
            Words::tr("The key of %1 is marked as revoked.").arg(words.shown),
            Words::tr("Do not log in. Ask the site for its new key; when it is in place, remove the @revoked line from "
                      "known_hosts or use \"%1\".")
                .arg(words.forgetCommand)};
    case ErrorKind::AuthenticationFailed:
        return {Words::tr("%1 refused the login.").arg(words.shown),
                Words::tr("Check user name, password or code and the key. Nothing is tried again by itself, so that "
                          "the account is "
                          "not locked.")};
    case ErrorKind::TooManyKeys:
        return {Words::tr("%1 hung up because too many keys were offered.").arg(words.shown),
                Words::tr("Name the right key: add \"IdentityFile ~/.ssh/that_key\" and \"IdentitiesOnly yes\" to the "
                          "host's entry "
                          "in ~/.ssh/config.")};
    case ErrorKind::NeedsInteraction:
        return {Words::tr("Going on with %1 needs a code, a password or a confirmation.").arg(words.shown),
                Words::tr("Press Reconnect and answer one question.")};
    default:
        return {};
    }
}

ErrorText slurm(ErrorKind kind, const HostWords &words)
{
    switch (kind) {
    case ErrorKind::NoSlurm:
        return {
            Words::tr("There is no Slurm on %1: squeue was not found.").arg(words.shown),
            Words::tr(
                "Connect to a login node of the cluster. Where Slurm comes with a module, load it in the login shell's "
                "start file.")};
    case ErrorKind::ControllerDown:
        return {Words::tr("The Slurm controller does not answer."),
                Words::tr("The last data stay and are shown grey with their age. Running jobs go on; it is asked again "
                          "by itself.")};
    case ErrorKind::Refused:
        return {
            Words::tr("Slurm refuses us a step in this job."),
            Words::tr(
                "Slurm lets only the owner start steps in a job, administrators included. The queue and what the log "
                "says are left.")};
    case ErrorKind::JobEnded:
        return {Words::tr("The job is over or was requeued."),
                Words::tr("What was read stays. A requeued job is followed again "
                          "when it starts.")};
    default:
        return {};
    }
}

ErrorText general(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Malformed:
        return {Words::tr("An answer could not be understood."),
                Words::tr("The last good data stay. Please report it with the text below.")};
    case ErrorKind::TooLarge:
        return {Words::tr("An answer was larger than what is read at once."),
                Words::tr("Narrow the view, for example to your own jobs.")};
    case ErrorKind::NotFound:
        return {Words::tr("It was not found."), Words::tr("It may have been removed or renamed.")};
    case ErrorKind::PermissionDenied:
        return {Words::tr("Permission was denied."), Words::tr("Ask the owner for read access; for a log, \"chmod "
                                                               "g+r\" on the file and g+x on its folders is enough.")};
    case ErrorKind::Cancelled:
        return {Words::tr("It was cancelled."), {}};
    case ErrorKind::Unsupported:
        return {Words::tr("The other side does not offer what is needed."),
                Words::tr("For an SSH feature, try the pipe \"ssh program\" under Advanced in the connect dialog.")};
    case ErrorKind::DiskFull:
        return {Words::tr("The local disk is full."),
                Words::tr("The live view goes on; make room to keep the history.")};
    case ErrorKind::HistoryUnusable:
        return {
            Words::tr("Runs are not kept: the history on this computer cannot be used."),
            Words::tr("The live view goes on. The text below tells the file and the reason; where it is damaged, move "
                      "the file away and a new one is made.")};
    case ErrorKind::Internal:
        return {Words::tr("Something went wrong in Paceline itself."),
                Words::tr("Please report it with the text below.")};
    default:
        return {};
    }
}

} // namespace

ErrorText describe(const Error &error)
{
    return describe(error, {});
}

ErrorText describe(const Error &error, const QString &host)
{
    const HostWords words = wordsFor(host);
    ErrorText text = reaching(error.kind, words);
    if (text.what.isEmpty())
        text = loggingIn(error.kind, words);
    if (text.what.isEmpty())
        text = slurm(error.kind, words);
    if (text.what.isEmpty())
        text = general(error.kind);
    text.evidence = displayText(error.detail);
    return text;
}

} // namespace paceline
