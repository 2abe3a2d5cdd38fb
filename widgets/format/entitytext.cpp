// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/format/entitytext.h"

#include "backends/core/text.h"

#include <QCoreApplication>

namespace paceline {

QString partText(const Entity &entity, int length)
{
    if (entity.kind == Entity::Kind::Node)
        return displayText(entity.node.value, length);
    const QString &name = entity.label.isEmpty() ? entity.id : entity.label;
    const QString text =
        entity.kind == Entity::Kind::Gpu ? QCoreApplication::translate("Entities", "GPU %1").arg(name) : name;
    return displayText(text, length);
}

QString shortEntityText(const Entity &entity, int length)
{
    if (entity.kind == Entity::Kind::Node)
        return partText(entity, length);
    const QString &name = entity.label.isEmpty() ? entity.id : entity.label;
    return displayText(entity.node.value + QLatin1Char('/') + name, length);
}

QString entityText(const Entity &entity, int length)
{
    if (entity.kind == Entity::Kind::Node)
        return partText(entity, length);
    return displayText(entity.node.value + QStringLiteral(" · ") + partText(entity, length), length);
}

} // namespace paceline
