// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/events/eventfile.h"

#include "backends/parsers/events/protobufwire.h"
#include "backends/parsers/events/tensorvalue.h"

namespace paceline::events {
namespace {

constexpr std::uint64_t kSessionStart = 1; ///< SessionLog.SessionStatus.START
constexpr std::size_t kMaxVersion = 64;

struct Event
{
    double wallTime = 0;
    std::int64_t step = 0;
    std::string_view version, summary, session;
    int summaries = 0;
    bool failed = false;
};

Event eventOf(std::string_view message)
{
    Event event;
    WireReader reader(message);
    WireField field;
    while (reader.next(field)) {
        if (field.is(1, WireType::Fixed64)) {
            event.wallTime = field.asDouble();
        } else if (field.is(2, WireType::Varint)) {
            event.step = field.integer();
        } else if (field.is(3, WireType::Bytes)) {
            event.version = field.bytes;
        } else if (field.is(5, WireType::Bytes)) {
            event.summary = field.bytes;
            ++event.summaries;
        } else if (field.is(7, WireType::Bytes)) {
            event.session = field.bytes;
        }
    }
    event.failed = reader.failed();
    return event;
}

bool isStart(std::string_view session)
{
    WireReader reader(session);
    WireField field;
    while (reader.next(field)) {
        if (field.is(1, WireType::Varint))
            return field.bits == kSessionStart;
    }
    return false;
}

/// Plugin of a SummaryMetadata; an empty name says nothing, then the class of the data decides.
TagTable::Plugin pluginOf(std::string_view metadata)
{
    constexpr std::uint64_t kDataClassScalar = 1;
    std::string_view name;
    bool isScalarClass = false;
    WireReader reader(metadata);
    WireField field, inner;
    while (reader.next(field)) {
        if (field.is(4, WireType::Varint))
            isScalarClass = field.bits == kDataClassScalar;
        if (!field.is(1, WireType::Bytes))
            continue;
        WireReader data(field.bytes);
        while (data.next(inner))
            name = inner.is(1, WireType::Bytes) ? inner.bytes : name;
    }
    if (name == "scalars" || (name.empty() && isScalarClass))
        return TagTable::Plugin::Scalars;
    return name.empty() ? TagTable::Plugin::Unknown : TagTable::Plugin::Other;
}

} // namespace

/// Summary.Value: of several values only the last one counts, as in every protobuf oneof.
struct EventFileReader::Value
{
    std::string_view tag, tensor, metadata;
    float simple = 0;
    enum { None, Simple, Tensor, Other } holds = None;
    bool hasTag = false, failed = false;

    explicit Value(std::string_view message)
    {
        WireReader reader(message);
        WireField field;
        while (reader.next(field))
            take(field);
        failed = reader.failed();
    }
    void take(const WireField &field)
    {
        if (field.is(1, WireType::Bytes)) {
            tag = field.bytes;
            hasTag = true;
        } else if (field.is(2, WireType::Fixed32)) {
            simple = field.asFloat();
            holds = Simple;
        } else if (field.is(8, WireType::Bytes)) {
            tensor = field.bytes;
            holds = Tensor;
        } else if (field.is(9, WireType::Bytes)) {
            metadata = field.bytes;
        } else if (field.number >= 3 && field.number <= 6) { // histograms, images, audio
            holds = Other;
        }
    }
};

EventFileReader::EventFileReader(const Place &place)
    : m_frames(place.offset)
{
    for (const QByteArray &name : place.otherTags) {
        const int number = m_tags.numberOf({name.constData(), std::size_t(name.size())});
        if (number >= 0)
            m_tags.tag(number).plugin = TagTable::Plugin::Other;
    }
}

std::optional<EventFileReader::Place> EventFileReader::place() const
{
    if (!m_frames.isAtRecord())
        return std::nullopt;
    Place place{m_frames.offset(), {}};
    for (int tag = 0; tag < m_tags.size(); ++tag) {
        if (m_tags.tag(tag).plugin == TagTable::Plugin::Other)
            place.otherTags.append(QByteArray::fromStdString(m_tags.tag(tag).name));
    }
    return place;
}

ScalarBatch EventFileReader::read(QByteArrayView bytes)
{
    ScalarBatch batch;
    batch.points.reserve(std::min<std::size_t>(m_lastPoints + m_lastPoints / 8, std::size_t(bytes.size()) / 8));
    m_frames.feed(bytes);
    while (const auto record = m_frames.next()) {
        std::optional<ProblemKind> problem = record->problem;
        if (!problem) {
            const std::size_t before = batch.points.size();
            problem = readEvent(record->data, batch);
            if (problem == ProblemKind::Message)
                batch.points.resize(before);
            for (std::size_t i = before; i < batch.points.size(); ++i)
                batch.points[i].offset = record->offset;
            ++m_records;
        }
        if (problem)
            batch.problems.push_back({record->offset, *problem});
    }
    m_lastPoints = batch.points.size();
    return batch;
}

std::optional<ProblemKind> EventFileReader::readEvent(std::string_view message, ScalarBatch &batch)
{
    const Event event = eventOf(message);
    if (event.failed)
        return ProblemKind::Message;
    if (!event.version.empty())
        m_version = QString::fromUtf8(event.version.data(), qsizetype(std::min(event.version.size(), kMaxVersion)));
    if (!event.session.empty() && isStart(event.session))
        batch.restarts.push_back({event.step, event.wallTime});
    ScalarPoint point;
    point.step = event.step;
    point.wallTime = event.wallTime;
    if (event.summaries <= 1)
        return readSummary(event.summary, point, batch);
    std::optional<ProblemKind> problem;
    WireReader reader(message);
    WireField field;
    while (reader.next(field) && problem != ProblemKind::Message) {
        if (field.is(5, WireType::Bytes)) {
            if (const auto found = readSummary(field.bytes, point, batch))
                problem = found;
        }
    }
    return problem;
}

std::optional<ProblemKind> EventFileReader::readSummary(std::string_view message, const ScalarPoint &event,
                                                        ScalarBatch &batch)
{
    std::optional<ProblemKind> problem;
    WireReader reader(message);
    WireField field;
    while (reader.next(field)) {
        if (!field.is(1, WireType::Bytes))
            continue;
        if (const auto found = readValue(field.bytes, event, batch))
            problem = found;
        if (problem == ProblemKind::Message)
            return problem;
    }
    return reader.failed() ? ProblemKind::Message : problem;
}

std::optional<ProblemKind> EventFileReader::readValue(std::string_view message, ScalarPoint point, ScalarBatch &batch)
{
    const Value value(message);
    if (value.failed)
        return ProblemKind::Message;
    if (!value.hasTag)
        return std::nullopt;
    point.tag = m_tags.numberOf(value.tag);
    if (point.tag < 0)
        return ProblemKind::TooLarge;
    TagTable::Plugin &plugin = m_tags.tag(point.tag).plugin;
    if (!value.metadata.empty() && plugin == TagTable::Plugin::Unknown)
        plugin = pluginOf(value.metadata);
    if (value.holds == Value::Simple) {
        point.value = double(value.simple);
        batch.points.push_back(point);
        return std::nullopt;
    }
    // A tensor of a tag that never said its plugin is taken too: the record that said it may be lost.
    if (value.holds == Value::Tensor && plugin != TagTable::Plugin::Other) {
        const TensorValue tensor = readTensor(value.tensor);
        if (tensor.failed)
            return ProblemKind::Message;
        if (tensor.value) {
            point.kind = ScalarKind::Tensor;
            point.value = *tensor.value;
            batch.points.push_back(point);
            return std::nullopt;
        }
    }
    m_others += value.holds != Value::None;
    return std::nullopt;
}

} // namespace paceline::events
