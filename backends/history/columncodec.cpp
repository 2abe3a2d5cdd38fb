// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/history/columncodec.h"

#include "backends/history/wholenumbers.h"

#include <QtEndian>
#include <algorithm>
#include <bit>
#include <zstd.h>

namespace paceline {

using namespace wholenumbers;

namespace {

// A packed column: kind, planes, number of values (4 bytes), then the plain bytes or zstd's frame of them. Plain bytes
// are the classes (one a value, only with kClasses) and the planes: all lowest bytes, then the next ones.
constexpr qsizetype kHeader = 6;
constexpr quint8 kBits = 0;    ///< differences of bits, by exclusive or
constexpr quint8 kDecimal = 1; ///< kDecimal + k: differences of value * 10^k
constexpr quint8 kKinds = 0x0f, kClasses = 0x40, kCompressed = 0x80;

} // namespace

struct ColumnCodec::Header
{
    quint8 kind = 0, planes = 0;
    std::size_t count = 0;
    std::span<const quint8> classes, bytes;
};

ColumnCodec::ColumnCodec()
    : m_compressor(ZSTD_createCCtx())
    , m_decompressor(ZSTD_createDCtx())
{
}
ColumnCodec::~ColumnCodec() = default;

void ColumnCodec::Deleter::operator()(ZSTD_CCtx_s *context) const
{
    ZSTD_freeCCtx(context);
}
void ColumnCodec::Deleter::operator()(ZSTD_DCtx_s *context) const
{
    ZSTD_freeDCtx(context);
}

void ColumnCodec::addPlanes(std::span<const quint64> numbers)
{
    quint64 all = 0;
    for (const quint64 number : numbers)
        all |= number;
    m_planes = (int(std::bit_width(all)) + 7) / 8;
    const std::size_t from = m_plain.size();
    m_plain.resize(from + numbers.size() * std::size_t(m_planes));
    for (int plane = 0; plane < m_planes; ++plane) {
        quint8 *to = m_plain.data() + from + std::size_t(plane) * numbers.size();
        for (std::size_t i = 0; i < numbers.size(); ++i)
            to[i] = quint8(numbers[i] >> (8 * plane));
    }
}

QByteArray ColumnCodec::finish(quint8 kind, std::size_t count, bool hasClasses)
{
    const std::size_t bound = ZSTD_compressBound(m_plain.size());
    m_packed.resize(kHeader + qsizetype(bound));
    const std::size_t size =
        ZSTD_compressCCtx(m_compressor.get(), m_packed.data() + kHeader, bound, m_plain.data(), m_plain.size(), 1);
    const bool isShorter = !ZSTD_isError(size) && size < m_plain.size();
    m_packed[0] = char(kind | (hasClasses ? kClasses : 0) | (isShorter ? kCompressed : 0));
    m_packed[1] = char(m_planes);
    qToLittleEndian(quint32(count), m_packed.data() + 2);
    if (isShorter)
        return m_packed.first(kHeader + qsizetype(size));
    return m_packed.first(kHeader) +
           QByteArray(reinterpret_cast<const char *>(m_plain.data()), qsizetype(m_plain.size()));
}

Result<ColumnCodec::Header> ColumnCodec::open(QByteArrayView bytes)
{
    if (bytes.size() < kHeader)
        return failure(ErrorKind::Malformed, QStringLiteral("column of %1 bytes").arg(bytes.size()));
    const auto flags = quint8(bytes[0]);
    Header header{quint8(flags & kKinds), quint8(bytes[1]), qFromLittleEndian<quint32>(bytes.data() + 2), {}, {}};
    const std::size_t classes = flags & kClasses ? header.count : 0;
    const std::size_t size = classes + header.count * header.planes;
    if (header.count > kMaxValues || header.planes > 8)
        return failure(ErrorKind::Malformed, QStringLiteral("column of %1 values").arg(header.count));
    const QByteArrayView body = bytes.sliced(kHeader);
    m_plain.resize(size);
    if (flags & kCompressed) {
        if (ZSTD_decompressDCtx(m_decompressor.get(), m_plain.data(), size, body.data(), std::size_t(body.size())) !=
            size)
            return failure(ErrorKind::Malformed, QStringLiteral("column does not decompress"));
    } else if (std::size_t(body.size()) == size) {
        std::copy(body.begin(), body.end(), m_plain.begin());
    } else {
        return failure(ErrorKind::Malformed, QStringLiteral("column cut at %1 bytes").arg(body.size()));
    }
    header.classes = std::span(m_plain).first(classes);
    header.bytes = std::span(m_plain).subspan(classes);
    return header;
}

std::span<const quint64> ColumnCodec::numbers(const Header &header)
{
    m_numbers.assign(header.count, 0);
    for (int plane = 0; plane < header.planes; ++plane) {
        const quint8 *from = header.bytes.data() + std::size_t(plane) * header.count;
        for (std::size_t i = 0; i < header.count; ++i)
            m_numbers[i] |= quint64(from[i]) << (8 * plane);
    }
    return m_numbers;
}

template <class T>
QByteArray ColumnCodec::packFloating(std::span<const T> values)
{
    m_classes.resize(values.size());
    bool hasClasses = false;
    for (std::size_t i = 0; i < values.size(); ++i)
        hasClasses |= (m_classes[i] = classOf(values[i])) != Number;
    m_plain.clear();
    for (int decimals = 0; decimals <= kMaxDecimals; ++decimals) {
        if (!toDifferences(values, m_classes, decimals, m_numbers))
            continue;
        if (hasClasses)
            m_plain.assign(m_classes.begin(), m_classes.end());
        addPlanes(m_numbers);
        return finish(quint8(kDecimal + decimals), values.size(), hasClasses);
    }
    m_numbers.resize(values.size());
    BitsOf<T> last = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto bits = std::bit_cast<BitsOf<T>>(values[i]);
        m_numbers[i] = bits ^ last;
        last = bits;
    }
    addPlanes(m_numbers);
    return finish(kBits, values.size(), false);
}

template <class T>
Result<void> ColumnCodec::unpackFloating(QByteArrayView bytes, std::vector<T> &values)
{
    const auto header = open(bytes);
    if (!header || header->kind > kDecimal + kMaxDecimals)
        return header ? failure(ErrorKind::Malformed, QStringLiteral("kind of column"))
                      : tl::unexpected(header.error());
    const std::span<const quint64> codes = numbers(*header);
    const std::size_t from = values.size();
    values.resize(from + codes.size());
    T *to = values.data() + from;
    quint64 last = 0;
    if (header->kind == kBits) {
        for (std::size_t i = 0; i < codes.size(); ++i)
            to[i] = std::bit_cast<T>(BitsOf<T>(last ^= codes[i]));
        return {};
    }
    const double power = kPowers[std::size_t(header->kind - kDecimal)];
    for (std::size_t i = 0; i < codes.size(); ++i)
        to[i] = T(double(qint64(last += unzigzag(codes[i]))) / power);
    for (std::size_t i = 0; i < header->classes.size(); ++i) {
        if (header->classes[i] != Number)
            to[i] = kSpecial<T>[std::min<quint8>(header->classes[i], NegativeInfinite)];
    }
    return {};
}

template <class T>
QByteArray ColumnCodec::packWhole(std::span<const T> values)
{
    m_plain.clear();
    m_numbers.resize(values.size());
    quint64 last = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto value = quint64(qint64(values[i]));
        m_numbers[i] = zigzag(value - last);
        last = value;
    }
    addPlanes(m_numbers);
    return finish(kDecimal, values.size(), false);
}

template <class T>
Result<void> ColumnCodec::unpackWhole(QByteArrayView bytes, std::vector<T> &values)
{
    const auto header = open(bytes);
    if (!header)
        return tl::unexpected(header.error());
    const std::span<const quint64> codes = numbers(*header);
    values.reserve(values.size() + codes.size());
    quint64 last = 0;
    for (const quint64 code : codes)
        values.push_back(T(last += unzigzag(code)));
    return {};
}

template <class T>
QByteArray ColumnCodec::pack(std::span<const T> values)
{
    if constexpr (std::is_floating_point_v<T>)
        return packFloating(values);
    else
        return packWhole(values);
}

template <class T>
Result<void> ColumnCodec::unpack(QByteArrayView bytes, std::vector<T> &values)
{
    if constexpr (std::is_floating_point_v<T>)
        return unpackFloating(bytes, values);
    else
        return unpackWhole(bytes, values);
}

QByteArray ColumnCodec::compress(QByteArrayView bytes)
{
    m_plain.assign(bytes.begin(), bytes.end());
    m_planes = 0;
    return finish(kBits, m_plain.size(), false);
}

Result<QByteArray> ColumnCodec::decompress(QByteArrayView bytes, qsizetype maxBytes)
{
    if (bytes.size() < kHeader)
        return failure(ErrorKind::Malformed, QStringLiteral("%1 bytes").arg(bytes.size()));
    const auto size = qsizetype(qFromLittleEndian<quint32>(bytes.data() + 2));
    const QByteArrayView body = bytes.sliced(kHeader);
    if (size > maxBytes)
        return failure(ErrorKind::TooLarge, QStringLiteral("%1 bytes").arg(size));
    if (!(quint8(bytes[0]) & kCompressed))
        return body.size() == size ? Result<QByteArray>(body.toByteArray()) : failure(ErrorKind::Malformed);
    QByteArray plain(size, Qt::Uninitialized);
    if (ZSTD_decompressDCtx(m_decompressor.get(), plain.data(), std::size_t(size), body.data(),
                            std::size_t(body.size())) != std::size_t(size))
        return failure(ErrorKind::Malformed, QStringLiteral("does not decompress"));
    return plain;
}

template QByteArray ColumnCodec::pack(std::span<const float>);
template Result<void> ColumnCodec::unpack(QByteArrayView, std::vector<float> &);
template QByteArray ColumnCodec::pack(std::span<const double>);
template Result<void> ColumnCodec::unpack(QByteArrayView, std::vector<double> &);
template QByteArray ColumnCodec::pack(std::span<const qint64>);
template Result<void> ColumnCodec::unpack(QByteArrayView, std::vector<qint64> &);
template QByteArray ColumnCodec::pack(std::span<const qint32>);
template Result<void> ColumnCodec::unpack(QByteArrayView, std::vector<qint32> &);
template QByteArray ColumnCodec::pack(std::span<const quint8>);
template Result<void> ColumnCodec::unpack(QByteArrayView, std::vector<quint8> &);

} // namespace paceline
