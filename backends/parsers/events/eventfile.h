// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/events/scalarpoint.h"
#include "backends/parsers/events/tagtable.h"
#include "backends/parsers/events/tfrecord.h"

#include <QByteArrayList>
#include <QString>
#include <optional>

namespace paceline::events {

/// Reads one TensorBoard event file: bytes in, scalars out. A pure function with state; what comes out does not depend
/// on how the bytes were cut, and half a record at the end waits for the rest. Knows the messages of tensorflow's
/// event.proto and summary.proto; images, histograms, texts and graphs are passed over.
class EventFileReader
{
public:
    EventFileReader() = default;
    /// Goes on as the reader whose place() this is: fed from its offset on.
    struct Place
    {
        qint64 offset = 0;
        QByteArrayList otherTags = {}; ///< whose tensors are no scalars
    };
    explicit EventFileReader(const Place &place);
    /// Behind the last whole record; empty where another reader cannot go on.
    std::optional<Place> place() const;

    ScalarBatch read(QByteArrayView bytes);

    /// Of the tags of the points so far; grows only.
    int tagCount() const { return m_tags.size(); }
    QString tagName(int tag) const { return QString::fromStdString(m_tags.tag(tag).name); }
    qint64 records() const { return m_records; }    ///< whole ones, of every kind
    qint64 otherValues() const { return m_others; } ///< images and the like
    QString version() const { return m_version; }   ///< "brain.Event:2"; empty until the first record has come
    qint64 offset() const { return m_frames.offset(); }
    qint64 waiting() const { return m_frames.waiting(); }

private:
    struct Value;
    std::optional<ProblemKind> readEvent(std::string_view message, ScalarBatch &batch);
    std::optional<ProblemKind> readSummary(std::string_view message, const ScalarPoint &event, ScalarBatch &batch);
    std::optional<ProblemKind> readValue(std::string_view message, ScalarPoint point, ScalarBatch &batch);

    TfRecordReader m_frames;
    TagTable m_tags;
    QString m_version;
    qint64 m_records = 0, m_others = 0;
    std::size_t m_lastPoints = 0;
};

} // namespace paceline::events
