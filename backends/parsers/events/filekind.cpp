// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/events/filekind.h"

#include "backends/parsers/events/crc32c.h"
#include "backends/parsers/events/littleendian.h"

namespace paceline::events {

FileKind fileKindOf(QByteArrayView head, QStringView name)
{
    if (head.startsWith(":W&B"))
        return FileKind::WandbFile;
    const std::string_view bytes(head.data(), std::size_t(head.size()));
    // A TFRecord whose data may be anything: the first event names its version.
    const bool isTfRecord =
        bytes.size() >= 12 && masked(crc32c(bytes.substr(0, 8))) == littleEndian<std::uint32_t>(bytes.data() + 8);
    if (isTfRecord && bytes.find("brain.Event:") != std::string_view::npos)
        return FileKind::EventFile;
    const QStringView file = name.mid(name.lastIndexOf(u'/') + 1);
    if (file.contains(u"tfevents"))
        return FileKind::EventFile;
    return file.endsWith(u".wandb") ? FileKind::WandbFile : FileKind::Other;
}

} // namespace paceline::events
