// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/events/tensorvalue.h"

#include "backends/parsers/events/protobufwire.h"

#include <QFloat16>

namespace paceline::events {
namespace {

enum DataType {
    Float = 1,
    Double = 2,
    Int32 = 3,
    UInt8 = 4,
    Int16 = 5,
    Int8 = 6,
    Int64 = 9,
    Bool = 10,
    BFloat16 = 14,
    UInt16 = 17,
    Half = 19,
    UInt32 = 22,
    UInt64 = 23,
};

/// Numbers of the lists in TensorProto.
enum ListField : std::uint32_t {
    FloatList = 5,
    DoubleList = 6,
    IntList = 7,
    Int64List = 10,
    BoolList = 11,
    HalfList = 13,
    UInt32List = 16,
    UInt64List = 17,
};

double ofHalf(std::uint16_t bits)
{
    return double(float(std::bit_cast<qfloat16>(bits)));
}

double ofBFloat16(std::uint16_t bits)
{
    return double(std::bit_cast<float>(std::uint32_t(bits) << 16));
}

struct TypeInfo
{
    std::size_t size = 0; ///< of an element; 0: no number
    std::uint32_t list = 0;
};

TypeInfo infoOf(std::uint64_t type)
{
    switch (type) {
    case Float:
        return {4, FloatList};
    case Double:
        return {8, DoubleList};
    case Int32:
        return {4, IntList};
    case UInt8:
    case Int8:
        return {1, IntList};
    case Int16:
    case UInt16:
        return {2, IntList};
    case Int64:
        return {8, Int64List};
    case Bool:
        return {1, BoolList};
    case BFloat16:
    case Half:
        return {2, HalfList};
    case UInt32:
        return {4, UInt32List};
    case UInt64:
        return {8, UInt64List};
    default:
        return {};
    }
}

/// bits: the element as it stands in memory, or in a varint.
double numberOf(std::uint64_t type, std::uint64_t bits)
{
    switch (type) {
    case Float:
        return double(std::bit_cast<float>(std::uint32_t(bits)));
    case Double:
        return std::bit_cast<double>(bits);
    case Int32:
        return double(std::int32_t(bits));
    case UInt8:
        return double(std::uint8_t(bits));
    case Int16:
        return double(std::int16_t(bits));
    case Int8:
        return double(std::int8_t(bits));
    case Int64:
        return double(std::int64_t(bits));
    case Bool:
        return bits ? 1 : 0;
    case BFloat16:
        return ofBFloat16(std::uint16_t(bits));
    case UInt16:
        return double(std::uint16_t(bits));
    case Half:
        return ofHalf(std::uint16_t(bits));
    case UInt32:
        return double(std::uint32_t(bits));
    default:
        return double(bits);
    }
}

std::uint64_t bitsOf(std::string_view element)
{
    std::uint64_t bits = 0;
    for (std::size_t i = element.size(); i-- > 0;)
        bits = bits << 8 | static_cast<unsigned char>(element[i]);
    return bits;
}

/// Whether a TensorShapeProto leaves one element.
bool isOneElement(std::string_view shape, bool &failed)
{
    bool one = true;
    WireReader dims(shape);
    WireField dim, part;
    while (dims.next(dim)) {
        if (dim.is(3, WireType::Varint)) // unknown_rank
            one = one && dim.bits == 0;
        if (!dim.is(2, WireType::Bytes))
            continue;
        std::int64_t size = 0;
        WireReader parts(dim.bytes);
        while (parts.next(part))
            size = part.is(1, WireType::Varint) ? part.integer() : size;
        failed = failed || parts.failed();
        one = one && size == 1;
    }
    failed = failed || dims.failed();
    return one;
}

/// The first element of a list, packed or not.
std::optional<std::uint64_t> firstOf(const WireField &list, bool &failed)
{
    if (list.type != WireType::Bytes)
        return list.bits;
    if (list.bytes.empty())
        return std::nullopt;
    const std::size_t fixed = list.number == FloatList ? 4 : list.number == DoubleList ? 8 : 0;
    std::uint64_t bits = 0;
    if (fixed > 0 && list.bytes.size() >= fixed)
        return bitsOf(list.bytes.substr(0, fixed));
    if (fixed == 0 && WireReader(list.bytes).takeVarint(bits))
        return bits;
    failed = true;
    return std::nullopt;
}

struct Parts
{
    std::uint64_t type = 0;
    bool isOne = true;
    std::string_view content;
    WireField list; ///< the first one
};

Parts partsOf(std::string_view message, bool &failed)
{
    Parts parts;
    WireReader reader(message);
    WireField field;
    while (reader.next(field)) {
        if (field.is(1, WireType::Varint))
            parts.type = field.bits;
        else if (field.is(2, WireType::Bytes))
            parts.isOne = isOneElement(field.bytes, failed) && parts.isOne;
        else if (field.is(4, WireType::Bytes))
            parts.content = field.bytes;
        else if (field.number >= FloatList && parts.list.number == 0)
            parts.list = field;
    }
    failed = failed || reader.failed();
    return parts;
}

} // namespace

TensorValue readTensor(std::string_view message)
{
    TensorValue result;
    const Parts parts = partsOf(message, result.failed);
    const TypeInfo info = infoOf(parts.type);
    if (result.failed || !parts.isOne || info.size == 0)
        return result;
    if (!parts.content.empty()) {
        if (parts.content.size() == info.size)
            result.value = numberOf(parts.type, bitsOf(parts.content));
        else
            result.failed = true;
        return result;
    }
    std::uint64_t bits = 0;
    if (parts.list.number == info.list)
        bits = firstOf(parts.list, result.failed).value_or(0);
    else if (parts.list.number != 0)
        result.failed = true;
    if (!result.failed)
        result.value = numberOf(parts.type, bits);
    return result;
}

} // namespace paceline::events
