// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/tape.h"

#include "backends/transport/tapeformat.h"

#include <QFile>
#include <zstd.h>

namespace paceline {

using tapeformat::Frame;

namespace {

struct Unpacked
{
    QByteArray bytes;
    bool isCut = false;
};

struct FreeContext
{
    void operator()(ZSTD_DStream *context) const { ZSTD_freeDStream(context); }
};

Result<Unpacked> unpack(const QByteArray &file)
{
    const std::unique_ptr<ZSTD_DStream, FreeContext> context(ZSTD_createDStream());
    ZSTD_inBuffer in{file.constData(), size_t(file.size()), 0};
    QByteArray piece(qsizetype(ZSTD_DStreamOutSize()), Qt::Uninitialized);
    Unpacked unpacked;
    size_t state = 1;
    bool isFull = false;
    while (in.pos < in.size || isFull) {
        ZSTD_outBuffer out{piece.data(), size_t(piece.size()), 0};
        state = ZSTD_decompressStream(context.get(), &out, &in);
        if (ZSTD_isError(state))
            break;
        unpacked.bytes.append(piece.constData(), qsizetype(out.pos));
        isFull = out.pos == out.size;
        if (unpacked.bytes.size() > tapeformat::kMaxUnpacked)
            return failure(ErrorKind::TooLarge, QStringLiteral("tape"));
    }
    unpacked.isCut = state != 0;
    return unpacked;
}

/// Reads frame by frame; anything odd ends the tape there.
class Reader
{
public:
    explicit Reader(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }
    Result<std::shared_ptr<const Tape>> read(bool isCut);

private:
    bool readHeader(QDataStream &in);
    bool readFrame(const QByteArray &frame);
    bool readBody(Frame kind, qint64 timeMs, QDataStream &in);
    QByteArray nextFrame();

    QByteArray m_bytes;
    qsizetype m_at = 0;
    std::shared_ptr<Tape> m_tape = std::make_shared<Tape>();
};

QByteArray Reader::nextFrame()
{
    QDataStream in(m_bytes.mid(m_at, 4));
    quint32 size = 0;
    in >> size;
    if (in.status() != QDataStream::Ok || size == 0 || size > tapeformat::kMaxFrame ||
        m_at + 4 + qsizetype(size) > m_bytes.size())
        return {};
    const QByteArray frame = m_bytes.mid(m_at + 4, qsizetype(size));
    m_at += 4 + qsizetype(size);
    return frame;
}

bool Reader::readHeader(QDataStream &in)
{
    quint8 kind = 0;
    quint32 magic = 0;
    quint16 version = 0;
    QByteArray host;
    in >> kind >> magic >> version >> host >> m_tape->startMs;
    m_tape->host = QString::fromUtf8(host);
    m_tape->endMs = m_tape->startMs;
    return in.status() == QDataStream::Ok && kind == quint8(Frame::Header) && magic == tapeformat::kMagic &&
           version == tapeformat::kVersion;
}

Error readError(QDataStream &in)
{
    qint32 kind = 0;
    QByteArray detail;
    in >> kind >> detail;
    if (kind < 0 || kind > qint32(ErrorKind::Internal))
        in.setStatus(QDataStream::ReadCorruptData);
    return {ErrorKind(kind), QString::fromUtf8(detail)};
}

bool Reader::readBody(Frame kind, qint64 timeMs, QDataStream &in)
{
    if (kind == Frame::Time)
        return true;
    QByteArray name;
    in >> name;
    qint32 status = 0;
    switch (kind) {
    case Frame::Answer: {
        CommandOutput output;
        in >> status >> output.out >> output.err >> output.truncated;
        output.exitStatus = status;
        m_tape->answers[name].push_back({timeMs, std::move(output)});
        return true;
    }
    case Frame::NoAnswer:
        m_tape->answers[name].push_back({timeMs, tl::unexpected(readError(in))});
        return true;
    case Frame::Growth: {
        FilePull pull;
        in >> pull.offset >> pull.bytes >> pull.size >> pull.inode >> pull.device >> pull.mtimeMs;
        if (pull.offset < 0 || pull.size < 0)
            return false;
        m_tape->files[name].push_back({timeMs, std::move(pull)});
        return true;
    }
    case Frame::NoGrowth:
        m_tape->files[name].push_back({timeMs, tl::unexpected(readError(in))});
        return true;
    case Frame::StreamEvent: {
        Tape::StreamEvent event{.timeMs = timeMs};
        quint8 eventKind = 0;
        in >> eventKind >> event.bytes >> status;
        if (eventKind > quint8(Tape::StreamEvent::Kind::Ended))
            return false;
        event.kind = Tape::StreamEvent::Kind(eventKind);
        event.exitStatus = status;
        m_tape->streams[name].push_back(std::move(event));
        return true;
    }
    default:
        return true; // of a later program that kept the version: of no use to us
    }
}

bool Reader::readFrame(const QByteArray &frame)
{
    QDataStream in(frame);
    in.setVersion(tapeformat::kStream);
    quint8 kind = 0;
    qint64 timeMs = 0;
    in >> kind >> timeMs;
    if (in.status() != QDataStream::Ok || timeMs < m_tape->endMs)
        return false; // times never go back
    m_tape->endMs = timeMs;
    return readBody(Frame(kind), timeMs, in) && in.status() == QDataStream::Ok;
}

Result<std::shared_ptr<const Tape>> Reader::read(bool isCut)
{
    const QByteArray header = nextFrame();
    QDataStream in(header);
    in.setVersion(tapeformat::kStream);
    if (!readHeader(in))
        return failure(ErrorKind::Malformed, QStringLiteral("not a tape of version %1").arg(tapeformat::kVersion));
    m_tape->isCut = isCut;
    while (m_at < m_bytes.size()) {
        const QByteArray frame = nextFrame();
        if (frame.isEmpty() || !readFrame(frame)) {
            m_tape->isCut = true;
            break;
        }
    }
    return std::shared_ptr<const Tape>(std::move(m_tape));
}

} // namespace

Result<std::shared_ptr<const Tape>> Tape::parse(const QByteArray &file)
{
    const Result<Unpacked> unpacked = unpack(file);
    if (!unpacked)
        return tl::unexpected(unpacked.error());
    return Reader(unpacked->bytes).read(unpacked->isCut);
}

Result<std::shared_ptr<const Tape>> Tape::load(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(ErrorKind::NotFound, path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::PermissionDenied, file.errorString());
    return parse(file.readAll());
}

} // namespace paceline
