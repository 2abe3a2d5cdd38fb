// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/batch.h"

#include <QObject>

namespace paceline {

/// Something that knows about jobs and nodes: asks a Relay or a service, parses what comes back, and hands it on as
/// batches. Lives on the cluster's ingest thread; owned by the session. A Source samples only what it was told that
/// somebody looks at.
class Source : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

signals:
    void batchReady(const paceline::Batch &batch);
};

} // namespace paceline
