// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/tapewriter.h"

#include "backends/transport/tapeformat.h"

#include <QRegularExpression>
#include <zstd.h>

namespace paceline {

using tapeformat::Frame;

static constexpr qint64 kFlushIntervalMs = 1000;
static constexpr int kCompression = 5;

static QByteArray stretched(const QByteArray &text, qsizetype size)
{
    return text.isEmpty() ? QByteArray(size, '*') : text.repeated(size / text.size() + 1).left(size);
}

QByteArray TapeScrub::scrubbed(QByteArray text) const
{
    static const QRegularExpression secret(
        QStringLiteral("-----BEGIN [A-Z ]*PRIVATE KEY-----(.*?)(?:-----END|\\z)"
                       "|\\b(hf_[A-Za-z0-9]{16,}|gh[pousr]_[A-Za-z0-9]{16,}|AKIA[0-9A-Z]{16}|sk-[A-Za-z0-9_-]{16,})"
                       "|(?:passw(?:or)?d|passphrase|secret|api[_-]?key|auth[_-]?token|access[_-]?token|_token)"
                       "[\"']?\\s*[=:]\\s*[\"']?([^\\s\"']{4,})"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    // Latin-1 keeps every byte and every position.
    auto matches = secret.globalMatch(QString::fromLatin1(text));
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        for (int group = 1; group <= match.lastCapturedIndex(); ++group) {
            if (match.capturedLength(group) > 0)
                text.replace(match.capturedStart(group), match.capturedLength(group),
                             QByteArray(match.capturedLength(group), '*'));
        }
    }
    for (const auto &[name, instead] : names) {
        if (!name.isEmpty())
            text.replace(name, stretched(instead, name.size()));
    }
    return text;
}

void TapeWriter::FreeContext::operator()(ZSTD_CCtx_s *context) const
{
    ZSTD_freeCCtx(context);
}

TapeWriter::TapeWriter() = default;

TapeWriter::~TapeWriter()
{
    close(m_lastMs);
}

Result<void> TapeWriter::open(const QString &path, const QString &host, qint64 startMs, TapeScrub scrub)
{
    close(m_lastMs);
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return failure(ErrorKind::PermissionDenied, m_file.errorString());
    m_scrub = std::move(scrub);
    m_context.reset(ZSTD_createCCtx());
    ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_compressionLevel, kCompression);
    ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_enableLongDistanceMatching, 1); // the same queue, again and again
    ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_windowLog, 24);
    ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_checksumFlag, 1);
    m_known.clear();
    m_error.reset();
    m_lastMs = m_flushedMs = startMs;
    QByteArray body;
    QDataStream out(&body, QIODevice::WriteOnly);
    out.setVersion(tapeformat::kStream);
    out << quint8(Frame::Header) << tapeformat::kMagic << tapeformat::kVersion << m_scrub.scrubbed(host.toUtf8())
        << startMs;
    QByteArray size;
    QDataStream(&size, QIODevice::WriteOnly) << quint32(body.size());
    put(size + body, Flush::Yes);
    if (m_error)
        return tl::unexpected(*m_error);
    return {};
}

void TapeWriter::close(qint64 nowMs)
{
    if (!isOpen())
        return;
    frame(quint8(Frame::Time), nowMs);
    put({}, Flush::End);
    m_file.close();
}

template <class... Fields>
void TapeWriter::frame(quint8 kind, qint64 timeMs, const Fields &...fields)
{
    if (!isOpen() || m_error)
        return;
    m_lastMs = std::max(m_lastMs, timeMs);
    QByteArray body;
    QDataStream out(&body, QIODevice::WriteOnly);
    out.setVersion(tapeformat::kStream);
    out << kind << m_lastMs;
    static_cast<void>((out << ... << fields));
    QByteArray size;
    QDataStream(&size, QIODevice::WriteOnly) << quint32(body.size());
    const bool isDue = m_lastMs - m_flushedMs >= kFlushIntervalMs;
    if (isDue)
        m_flushedMs = m_lastMs;
    put(size + body, isDue ? Flush::Yes : Flush::No);
}

void TapeWriter::put(const QByteArray &bytes, Flush flush)
{
    ZSTD_inBuffer in{bytes.constData(), size_t(bytes.size()), 0};
    QByteArray piece(qsizetype(ZSTD_CStreamOutSize()), Qt::Uninitialized);
    const ZSTD_EndDirective directive = flush == Flush::End   ? ZSTD_e_end
                                        : flush == Flush::Yes ? ZSTD_e_flush
                                                              : ZSTD_e_continue;
    size_t left = 1;
    while (!m_error && (in.pos < in.size || (flush != Flush::No && left != 0))) {
        ZSTD_outBuffer out{piece.data(), size_t(piece.size()), 0};
        left = ZSTD_compressStream2(m_context.get(), &out, &in, directive);
        if (ZSTD_isError(left))
            m_error = Error{ErrorKind::Internal, QString::fromLatin1(ZSTD_getErrorName(left))};
        else if (m_file.write(piece.constData(), qint64(out.pos)) != qint64(out.pos))
            m_error = Error{ErrorKind::DiskFull, m_file.errorString()};
    }
    if (!m_error && flush != Flush::No && !m_file.flush())
        m_error = Error{ErrorKind::DiskFull, m_file.errorString()};
}

void TapeWriter::answer(qint64 nowMs, const QByteArray &key, const Result<CommandOutput> &result)
{
    const QByteArray name = m_scrub.scrubbed(key);
    if (result)
        frame(quint8(Frame::Answer), nowMs, name, qint32(result->exitStatus), m_scrub.scrubbed(result->out),
              m_scrub.scrubbed(result->err), result->truncated);
    else
        frame(quint8(Frame::NoAnswer), nowMs, name, qint32(result.error().kind),
              m_scrub.scrubbed(result.error().detail.toUtf8()));
}

void TapeWriter::growth(qint64 nowMs, const QByteArray &path, const Result<FilePull> &result)
{
    Known &known = m_known[path];
    const QByteArray name = m_scrub.scrubbed(path);
    if (!result) {
        if (known.error == result.error())
            return;
        known = Known{.error = result.error()};
        return frame(quint8(Frame::NoGrowth), nowMs, name, qint32(result.error().kind),
                     m_scrub.scrubbed(result.error().detail.toUtf8()));
    }
    if (known.error || known.inode != result->inode || known.device != result->device || result->size < known.size)
        known = Known{};
    const bool isNews = result->size != known.size || result->mtimeMs != known.mtimeMs;
    const qint64 end = result->offset + result->bytes.size();
    const bool isGrowth = result->offset <= known.reached;
    const qint64 skip = isGrowth ? std::min<qint64>(known.reached - result->offset, result->bytes.size()) : 0;
    const QByteArray bytes = result->bytes.mid(skip);
    known.inode = result->inode;
    known.device = result->device;
    known.size = result->size;
    known.mtimeMs = result->mtimeMs;
    if (isGrowth || known.reached == 0)
        known.reached = std::max(known.reached, end);
    if (isNews || !bytes.isEmpty())
        frame(quint8(Frame::Growth), nowMs, name, result->offset + skip, m_scrub.scrubbed(bytes), result->size,
              result->inode, result->device, result->mtimeMs);
}

void TapeWriter::streamEvent(const QByteArray &key, const Tape::StreamEvent &event)
{
    frame(quint8(Frame::StreamEvent), event.timeMs, m_scrub.scrubbed(key), quint8(event.kind),
          m_scrub.scrubbed(event.bytes), qint32(event.exitStatus));
}

} // namespace paceline
