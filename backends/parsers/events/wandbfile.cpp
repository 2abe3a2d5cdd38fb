// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/events/wandbfile.h"

#include "backends/parsers/events/jsonnumbers.h"
#include "backends/parsers/events/protobufwire.h"

#include <cmath>

namespace paceline::events {
namespace {

constexpr std::size_t kMaxSummaryValue = 4096;

/// Fields of Record; the others are passed over.
enum RecordField : std::uint32_t { HistoryRecord = 2, SummaryRecord = 3, RunRecord = 17, ExitRecord = 18 };

/// HistoryItem and SummaryItem: a key, or a path of keys, and a value.
struct Item
{
    std::string key;
    std::string_view json;
    bool failed = false;
};

Item itemOf(std::string_view message)
{
    Item item;
    std::string path;
    WireReader reader(message);
    WireField field;
    while (reader.next(field)) {
        if (field.is(1, WireType::Bytes))
            item.key = field.bytes.substr(0, TagTable::kMaxName + 1);
        else if (field.is(2, WireType::Bytes) && path.size() <= TagTable::kMaxName)
            path.append(path.empty() ? "" : ".").append(field.bytes.substr(0, TagTable::kMaxName + 1));
        else if (field.is(16, WireType::Bytes))
            item.json = field.bytes;
    }
    item.failed = reader.failed();
    if (!path.empty())
        item.key = std::move(path);
    return item;
}

bool isOwnKey(std::string_view key)
{
    return key == "_step" || key == "_timestamp" || key == "_runtime" || key == "_wandb" || key.starts_with("_wandb.");
}

std::optional<qint64> stepOf(std::string_view json)
{
    const auto number = jsonNumber(json);
    if (!number || !(std::fabs(*number) < 9e18) || *number != std::floor(*number))
        return std::nullopt;
    return qint64(*number);
}

} // namespace

ScalarBatch WandbFileReader::read(QByteArrayView bytes)
{
    m_frames.feed(bytes);
    return drain();
}

ScalarBatch WandbFileReader::finish()
{
    m_frames.feed({});
    m_frames.finish();
    return drain();
}

ScalarBatch WandbFileReader::drain()
{
    ScalarBatch batch;
    while (const auto record = m_frames.next()) {
        std::optional<ProblemKind> problem = record->problem;
        if (!problem) {
            const std::size_t before = batch.points.size();
            problem = readRecord(record->data, batch);
            if (problem == ProblemKind::Message)
                batch.points.resize(before);
            for (std::size_t i = before; i < batch.points.size(); ++i)
                batch.points[i].offset = record->offset;
            ++m_records;
        }
        if (problem)
            batch.problems.push_back({record->offset, *problem});
    }
    return batch;
}

std::optional<ProblemKind> WandbFileReader::readRecord(std::string_view message, ScalarBatch &batch)
{
    std::optional<ProblemKind> problem;
    WireReader reader(message);
    WireField field;
    while (problem != ProblemKind::Message && reader.next(field)) {
        std::optional<ProblemKind> found;
        if (field.is(HistoryRecord, WireType::Bytes))
            found = readHistory(field.bytes, batch);
        else if (field.is(SummaryRecord, WireType::Bytes))
            found = readSummary(field.bytes);
        else if (field.is(RunRecord, WireType::Bytes))
            found = readRun(field.bytes);
        else if (field.is(ExitRecord, WireType::Bytes))
            found = readExit(field.bytes);
        problem = found ? found : problem;
    }
    return reader.failed() ? ProblemKind::Message : problem;
}

std::optional<ProblemKind> WandbFileReader::readRun(std::string_view message)
{
    constexpr std::uint32_t kStartingStep = 14;
    WireReader reader(message);
    WireField field;
    while (reader.next(field)) {
        if (field.is(kStartingStep, WireType::Varint))
            m_nextStep = field.integer();
    }
    return reader.failed() ? std::optional(ProblemKind::Message) : std::nullopt;
}

std::optional<ProblemKind> WandbFileReader::readHistory(std::string_view message, ScalarBatch &batch)
{
    std::vector<Item> items;
    std::optional<qint64> step, printedStep;
    ScalarPoint point;
    point.kind = ScalarKind::History;
    point.wallTime = NAN;
    WireReader reader(message);
    WireField field, inner;
    while (reader.next(field)) {
        if (field.is(1, WireType::Bytes)) {
            items.push_back(itemOf(field.bytes));
            if (items.back().failed)
                return ProblemKind::Message;
            if (items.back().key == "_step")
                printedStep = stepOf(items.back().json);
            else if (items.back().key == "_timestamp")
                point.wallTime = jsonNumber(items.back().json).value_or(NAN);
        } else if (field.is(2, WireType::Bytes)) {
            step = 0; // a message without its number says zero
            WireReader parts(field.bytes);
            while (parts.next(inner))
                step = inner.is(1, WireType::Varint) ? inner.integer() : step;
        }
    }
    if (reader.failed())
        return ProblemKind::Message;
    point.step = printedStep ? *printedStep : step.value_or(m_nextStep);
    m_nextStep = point.step < std::numeric_limits<qint64>::max() ? point.step + 1 : point.step;
    bool allKept = true;
    for (const Item &item : items)
        allKept = addValue(item.key, item.json, point, batch) && allKept;
    return allKept ? std::nullopt : std::optional(ProblemKind::TooLarge);
}

/// False when it has no room.
bool WandbFileReader::addValue(const std::string &key, std::string_view json, ScalarPoint point, ScalarBatch &batch)
{
    if (isOwnKey(key))
        return true;
    bool hasRoom = true;
    const auto add = [&](std::string_view name, double value) {
        point.tag = m_tags.numberOf(name);
        point.value = value;
        hasRoom = hasRoom && point.tag >= 0;
        if (point.tag >= 0)
            batch.points.push_back(point);
    };
    if (const auto number = jsonNumber(json)) {
        add(key, *number);
        return hasRoom;
    }
    const auto numbers = jsonNumbers(json);
    for (const auto &[inner, number] : numbers)
        add(key + '.' + inner, number);
    m_others += numbers.empty();
    return hasRoom;
}

std::optional<ProblemKind> WandbFileReader::readSummary(std::string_view message)
{
    WireReader reader(message);
    WireField field;
    while (reader.next(field)) {
        const bool isUpdate = field.is(1, WireType::Bytes);
        if (!isUpdate && !field.is(2, WireType::Bytes))
            continue;
        const Item item = itemOf(field.bytes);
        if (item.failed)
            return ProblemKind::Message;
        if (!isUpdate)
            m_summary.erase(item.key);
        else if (!isOwnKey(item.key) && item.json.size() <= kMaxSummaryValue && item.key.size() <= TagTable::kMaxName &&
                 (m_summary.size() < kMaxSummary || m_summary.contains(item.key)))
            m_summary[item.key] = item.json;
    }
    return reader.failed() ? std::optional(ProblemKind::Message) : std::nullopt;
}

std::optional<ProblemKind> WandbFileReader::readExit(std::string_view message)
{
    Exit exit;
    WireReader reader(message);
    WireField field;
    while (reader.next(field)) {
        if (field.is(1, WireType::Varint))
            exit.code = qint32(field.bits);
        else if (field.is(2, WireType::Varint))
            exit.runtimeS = qint32(field.bits);
    }
    if (reader.failed())
        return ProblemKind::Message;
    m_exit = exit;
    return std::nullopt;
}

} // namespace paceline::events
