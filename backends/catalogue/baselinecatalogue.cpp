// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/catalogue/baselinecatalogue.h"

#include "backends/catalogue/baselinerecord.h"
#include "backends/core/inpool.h"

#include <QFile>
#include <QSet>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace paceline {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;

QString text(const Json &object, const char *key)
{
    const auto it = object.find(key);
    return it != object.end() && it->is_string() ? QString::fromStdString(it->get<std::string>()) : QString();
}

struct Head
{
    BaselineKind kind;
    qint64 records;
};

Result<Head> parseHead(const QByteArray &line)
{
    const Json head = Json::parse(line.begin(), line.end(), nullptr, false);
    const std::optional<BaselineKind> kind = head.is_object() ? baselineKind(text(head, "catalogue")) : std::nullopt;
    if (!kind || !head.contains("version") || !head.contains("records") || !head["records"].is_number_integer())
        return failure(ErrorKind::Malformed, QString::fromUtf8(line.left(200)));
    if (head["version"] != kVersion)
        return failure(ErrorKind::Unsupported, QString::fromStdString(head["version"].dump()));
    return Head{*kind, head["records"].get<qint64>()};
}

/// The titles of MLPerf's entries follow from their other fields and are not in the file.
void completeTitle(Baseline &record)
{
    const MlperfEntry &entry = record.mlperf;
    if (!record.source.title.isEmpty() || !entry.suite || !entry.round || !entry.submitter || !record.system ||
        !record.source.locator)
        return;
    record.source.title = QStringLiteral("%1 %2: %3, %4, %5")
                              .arg(*entry.suite, *entry.round, *entry.submitter, *record.system,
                                   record.source.locator->section(u'/', -1));
}

/// What the following records share.
struct Section
{
    Baseline shared;
    QString base; ///< goes before their locators
};

std::optional<Section> readSection(const QByteArray &object)
{
    Section section;
    if (!readBaselineFields(object, section.shared).isEmpty())
        return {};
    std::vector<NamedValue> &others = section.shared.others;
    const auto base = std::find_if(others.begin(), others.end(),
                                   [](const NamedValue &value) { return value.name == QLatin1String("source_base"); });
    if (base == others.end())
        return section;
    section.base = base->text.value_or(QString());
    section.base = section.base.mid(1, section.base.size() - 2); // a text of JSON, without anything to escape
    others.erase(base);
    return section;
}

std::optional<Baseline> readRecord(const Section &section, const QByteArray &line, BaselineKind kind)
{
    Baseline record = section.shared;
    record.kind = kind;
    if (!readBaselineFields(line, record).isEmpty())
        return {};
    if (!section.base.isEmpty())
        record.source.locator = section.base + record.source.locator.value_or(QString());
    completeTitle(record);
    const bool isWhole = !record.id.isEmpty() && !record.source.title.isEmpty() && record.source.locator &&
                         !record.benchmark.isEmpty() && !record.metric.isEmpty() &&
                         (record.value || record.formula.formula);
    return isWhole ? std::optional(std::move(record)) : std::nullopt;
}

} // namespace

Result<std::vector<Baseline>> parseBaselineFile(const QByteArray &text)
{
    const QList<QByteArray> lines = text.split('\n');
    const Result<Head> head = parseHead(lines.first());
    if (!head)
        return tl::unexpected(head.error());
    std::vector<Baseline> records;
    records.reserve(std::size_t(lines.size()));
    std::optional<Section> section = Section();
    const QByteArray sectionStart = "{\"section\":";
    for (const QByteArray &line : lines.mid(1)) {
        if (line.isEmpty())
            continue;
        const bool isSection = line.startsWith(sectionStart);
        if (isSection)
            section = readSection(line.mid(sectionStart.size()).chopped(1));
        std::optional<Baseline> record = isSection ? std::nullopt : readRecord(*section, line, head->kind);
        if (isSection ? !section : !record)
            return failure(ErrorKind::Malformed, QString::fromUtf8(line.left(200)));
        if (record)
            records.push_back(std::move(*record));
    }
    if (qint64(records.size()) != head->records)
        return failure(ErrorKind::Malformed,
                       QStringLiteral("%1 records, not %2").arg(records.size()).arg(head->records));
    return records;
}

Result<BaselineSetPtr> builtInBaselines()
{
    std::vector<Baseline> records;
    for (const QString &kind : baselineKindWords()) {
        if (baselineKind(kind) == BaselineKind::Own)
            continue;
        QFile file(QStringLiteral(":/baselines/%1.jsonl").arg(kind));
        if (!file.open(QIODevice::ReadOnly))
            return failure(ErrorKind::NotFound, file.fileName());
        auto read = parseBaselineFile(file.readAll());
        if (!read)
            return failure(read.error().kind, file.fileName() + QStringLiteral(": ") + read.error().detail);
        records.insert(records.end(), std::make_move_iterator(read->begin()), std::make_move_iterator(read->end()));
    }
    QSet<QString> ids;
    for (const Baseline &record : records) {
        if (ids.contains(record.id))
            return failure(ErrorKind::Malformed, record.id);
        ids.insert(record.id);
    }
    return BaselineSetPtr(std::make_shared<const BaselineSet>(std::move(records)));
}

QFuture<Result<BaselineSetPtr>> loadBuiltInBaselines()
{
    return runInPool([] { return builtInBaselines(); });
}

} // namespace paceline
