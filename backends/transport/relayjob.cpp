// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/relayjob.h"

#include "backends/core/text.h"

namespace paceline {

static constexpr qsizetype kMaxCommand = 120 << 10; // Linux takes 128 KiB in one argument
static constexpr qsizetype kMaxErr = 64 << 10;

QByteArray relayWord(const QByteArray &word)
{
    return shellQuoted(word).replace('\n', "'\"$J\"'");
}

static Result<QByteArray> commandWord(const QByteArray &command)
{
    if (command.size() > kMaxCommand)
        return failure(ErrorKind::TooLarge, QStringLiteral("command of %1 bytes").arg(command.size()));
    return relayWord(command);
}

qint64 BulkPace::frame() const
{
    return std::clamp<qint64>(m_chunk / 4, 64 << 10, 1 << 20);
}

void BulkPace::took(qint64 bytes, qint64 elapsedMs)
{
    if (bytes == m_chunk && elapsedMs < 150)
        m_chunk = std::min<qint64>(m_chunk * 2, 32 << 20);
    else if (elapsedMs > 600)
        m_chunk = std::max<qint64>(m_chunk / 2, 64 << 10);
}

RunJob::RunJob(RequestId requestId, CommandRequest request)
    : RelayJob(requestId, Kind::Run, request.timeoutMs)
    , m_request(std::move(request))
{
}

Result<QByteArray> RunJob::requestLine(int onSlot)
{
    return commandWord(m_request.command).map([&](const QByteArray &word) {
        return "R " + QByteArray::number(onSlot) + ' ' + QByteArray::number(m_request.maxBytes) + ' ' + word;
    });
}

void RunJob::take(RelayFrame &&frame)
{
    if (frame.kind == 'D')
        m_output.out += frame.body;
    else if (frame.kind == 'H')
        m_output.err = (m_output.err + frame.body).left(kMaxErr);
}

RelayJob::After RunJob::ended(int status)
{
    m_output.exitStatus = status;
    m_output.truncated = m_output.out.size() > m_request.maxBytes;
    m_output.out.truncate(m_request.maxBytes);
    m_answer.finish(std::move(m_output));
    return After::Done;
}

PullJob::PullJob(RequestId requestId, PullRequest request, BulkPace &pace)
    : RelayJob(requestId, Kind::Pull, request.timeoutMs)
    , m_request(std::move(request))
    , m_pace(pace)
{
    m_pull.offset = m_request.offset;
}

Result<QByteArray> PullJob::requestLine(int onSlot)
{
    if (m_request.offset < 0 || m_request.path.isEmpty() || m_request.path.contains('\0'))
        return failure(ErrorKind::NotFound, QString::fromUtf8(m_request.path));
    m_roundSize = std::clamp<qint64>(m_request.maxBytes - m_pull.bytes.size(), 0, m_pace.chunk());
    m_round.clear();
    const QByteArray path = m_request.path.startsWith('-') ? "./" + m_request.path : m_request.path;
    QByteArray line = "P " + QByteArray::number(onSlot);
    for (const qint64 number : {m_request.offset + m_pull.bytes.size(), m_roundSize, m_pace.frame()})
        line += ' ' + QByteArray::number(number);
    return line + ' ' + relayWord(path);
}

void PullJob::readFacts(const QByteArray &text)
{
    const QList<QByteArray> words = text.split(' ');
    FilePull facts;
    facts.offset = m_request.offset;
    facts.size = words.value(0).toLongLong();
    facts.inode = words.value(1).toULongLong();
    facts.device = words.value(2).toULongLong();
    facts.mtimeMs = qRound64(words.value(3).toDouble() * 1000.0);
    m_isOther =
        !m_isFirst && (facts.inode != m_pull.inode || facts.device != m_pull.device || facts.size < m_pull.size);
    if (m_isOther)
        return;
    facts.bytes = std::move(m_pull.bytes);
    m_pull = std::move(facts);
}

// The shells write errno's text after the last colon.
static ErrorKind openErrorKind(const QByteArray &message)
{
    const QByteArray text = message.trimmed().toLower();
    if (text.endsWith("permission denied"))
        return ErrorKind::PermissionDenied;
    if (text.endsWith("no such file") || text.endsWith("no such file or directory") || text.endsWith("not a directory"))
        return ErrorKind::NotFound;
    return ErrorKind::Unsupported;
}

void PullJob::take(RelayFrame &&frame)
{
    if (frame.kind == 'I') {
        m_roundTime.start(); // the link's pace, not how long the host took to begin
        readFacts(frame.text);
    } else if (frame.kind == 'D') {
        if (m_round.isEmpty()) // one allocation for the whole piece
            m_round.reserve(std::clamp<qint64>(m_pull.size - m_request.offset - m_pull.bytes.size(), 0, m_roundSize));
        m_round += frame.body;
    } else if (frame.kind == 'X')
        m_error = Error{openErrorKind(frame.body), QString::fromUtf8(frame.body)};
}

RelayJob::After PullJob::ended(int)
{
    // A file that was replaced or removed between two pieces: what came before is whole.
    if (m_isFirst && m_error) {
        fail(*m_error);
        return After::Done;
    }
    if (!m_error && !m_isOther)
        m_pull.bytes = m_pull.bytes.isEmpty() ? m_round : m_pull.bytes + m_round;
    m_isFirst = false;
    if (m_roundTime.isValid())
        m_pace.took(m_round.size(), m_roundTime.elapsed());
    const bool isWhole = !m_error && !m_isOther && m_round.size() == m_roundSize && m_roundSize > 0;
    const qint64 reached = m_request.offset + m_pull.bytes.size();
    if (isWhole && m_pull.bytes.size() < m_request.maxBytes && reached < m_pull.size)
        return After::Again;
    m_answer.finish(std::move(m_pull));
    return After::Done;
}

StreamJob::StreamJob(RequestId requestId, CommandRequest request, Relay &relay)
    : RelayJob(requestId, Kind::Stream, 0)
    , m_request(std::move(request))
    , m_relay(relay)
{
}

Result<QByteArray> StreamJob::requestLine(int onSlot)
{
    return commandWord(m_request.command).map([&](const QByteArray &word) {
        const char mode = m_request.reading == StreamReading::Lines   ? 'l'
                          : m_request.reading == StreamReading::Bytes ? 'b'
                                                                      : 'a';
        return "S " + QByteArray::number(onSlot) + ' ' + mode + ' ' + word;
    });
}

void StreamJob::take(RelayFrame &&frame)
{
    m_unread = 0;
    switch (frame.kind) {
    case 'O':
    case 'o':
        m_out += frame.text;
        if (frame.kind == 'O')
            m_out += '\n';
        break;
    case 'F':
    case 'f':
        m_err += frame.text;
        if (frame.kind == 'F')
            m_err += '\n';
        break;
    case 'D':
        m_out += frame.body;
        break;
    case 'H':
        m_err += frame.body;
        break;
    default:
        break;
    }
}

void StreamJob::flush()
{
    if (const QByteArray out = std::exchange(m_out, {}); !out.isEmpty())
        emit m_relay.streamData(id, out);
    if (const QByteArray err = std::exchange(m_err, {}); !err.isEmpty())
        emit m_relay.streamError(id, err);
}

RelayJob::After StreamJob::ended(int status)
{
    flush();
    if (!std::exchange(m_hasEnded, true))
        emit m_relay.streamEnded(id, status, isStopped ? Error{ErrorKind::Cancelled, {}} : Error{});
    return After::Done;
}

void StreamJob::fail(const Error &error)
{
    flush();
    if (!std::exchange(m_hasEnded, true))
        emit m_relay.streamEnded(id, -1, error);
}

QByteArray StreamJob::lineFor(const QByteArray &line)
{
    if (m_unread > kUnreadLimit || !m_held.isEmpty() || slotNumber == 0) {
        m_held += line;
        return {};
    }
    m_unread += line.size() + 1;
    return "L " + QByteArray::number(slotNumber) + ' ' + relayWord(line);
}

QList<QByteArray> StreamJob::released()
{
    QList<QByteArray> lines;
    QList<QByteArray> held = std::exchange(m_held, {});
    while (!held.isEmpty() && m_unread <= kUnreadLimit)
        lines += lineFor(held.takeFirst());
    m_held = std::move(held);
    return lines;
}

} // namespace paceline
