// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

/// Values as differences of whole numbers, exactly or not at all.
namespace paceline::wholenumbers {

inline constexpr int kMaxDecimals = 6;
inline constexpr std::array<double, kMaxDecimals + 1> kPowers{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

enum Class : quint8 { Number, Missing, PrintedNan, Infinite, NegativeInfinite };

template <class T>
using BitsOf = std::conditional_t<sizeof(T) == 4, quint32, quint64>;

template <class T>
inline constexpr T kSpecial[] = {
    T(0), std::numeric_limits<T>::quiet_NaN(),
    std::bit_cast<T>(BitsOf<T>(std::bit_cast<BitsOf<T>>(std::numeric_limits<T>::quiet_NaN()) + 1)),
    std::numeric_limits<T>::infinity(), -std::numeric_limits<T>::infinity()};

/// The class of a value that no decimal number is; Number for all others, among them foreign NaNs.
template <class T>
quint8 classOf(T value)
{
    if (std::isfinite(value))
        return Number;
    for (quint8 each = Missing; each <= NegativeInfinite; ++each) {
        if (std::bit_cast<BitsOf<T>>(value) == std::bit_cast<BitsOf<T>>(kSpecial<T>[each]))
            return each;
    }
    return Number;
}

inline quint64 zigzag(quint64 difference)
{
    return (difference << 1) ^ (0 - (difference >> 63));
}

inline quint64 unzigzag(quint64 code)
{
    return (code >> 1) ^ (0 - (code & 1));
}

/// value * 10^decimals when that is a whole number from which the same bits come back.
template <class T>
bool toWhole(T value, int decimals, qint64 &whole)
{
    const double scaled = std::nearbyint(double(value) * kPowers[std::size_t(decimals)]);
    if (!(std::fabs(scaled) < 9e15))
        return false;
    whole = qint64(scaled);
    return std::bit_cast<BitsOf<T>>(T(double(whole) / kPowers[std::size_t(decimals)])) ==
           std::bit_cast<BitsOf<T>>(value);
}

/// Differences of the whole numbers; special values count as the one before. False: some value is no such number.
template <class T>
bool toDifferences(std::span<const T> values, std::span<const quint8> classes, int decimals,
                   std::vector<quint64> &differences)
{
    differences.resize(values.size());
    qint64 last = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        qint64 whole = last;
        if (classes[i] == Number && !toWhole(values[i], decimals, whole))
            return false;
        differences[i] = zigzag(quint64(whole) - quint64(last));
        last = whole;
    }
    return true;
}

} // namespace paceline::wholenumbers
