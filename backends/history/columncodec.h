// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <memory>
#include <span>
#include <vector>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace paceline {

/// Columns of numbers as few bytes, and back bit for bit: differences (of whole or decimal numbers where that is exact,
/// else of bits), their bytes sorted by weight, then zstd level 1. Keeps its working memory; one thread at a time.
class ColumnCodec
{
public:
    static constexpr std::size_t kMaxValues = 1 << 20; ///< of one column

    ColumnCodec();
    ~ColumnCodec();
    ColumnCodec(const ColumnCodec &) = delete;
    ColumnCodec &operator=(const ColumnCodec &) = delete;

    /// T: float, double, qint64, qint32, quint8; at most kMaxValues.
    template <class T>
    QByteArray pack(std::span<const T> values);
    /// Appends to values what was packed of the same type. Error: Malformed; values is then unchanged.
    template <class T>
    Result<void> unpack(QByteArrayView bytes, std::vector<T> &values);

    /// Any bytes, shorter.
    QByteArray compress(QByteArrayView bytes);
    /// Error: Malformed, TooLarge (over maxBytes).
    Result<QByteArray> decompress(QByteArrayView bytes, qsizetype maxBytes);

private:
    struct Deleter
    {
        void operator()(ZSTD_CCtx_s *context) const;
        void operator()(ZSTD_DCtx_s *context) const;
    };
    struct Header;

    QByteArray finish(quint8 kind, std::size_t count, bool hasClasses);
    void addPlanes(std::span<const quint64> numbers);
    Result<Header> open(QByteArrayView bytes);
    std::span<const quint64> numbers(const Header &header);
    template <class T>
    QByteArray packFloating(std::span<const T> values);
    template <class T>
    Result<void> unpackFloating(QByteArrayView bytes, std::vector<T> &values);
    template <class T>
    QByteArray packWhole(std::span<const T> values);
    template <class T>
    Result<void> unpackWhole(QByteArrayView bytes, std::vector<T> &values);

    std::unique_ptr<ZSTD_CCtx_s, Deleter> m_compressor;
    std::unique_ptr<ZSTD_DCtx_s, Deleter> m_decompressor;
    std::vector<quint64> m_numbers;
    std::vector<quint8> m_plain, m_classes;
    QByteArray m_packed;
    int m_planes = 0;
};

} // namespace paceline
