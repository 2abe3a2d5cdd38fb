// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/job.h"
#include "backends/parsers/tres.h"

#include <QByteArray>
#include <QHash>
#include <memory>
#include <vector>

namespace paceline {

/// How one `squeue -h -o` output is written: the letters of its fields in order and what stands between them. Texts
/// that users choose (j Z o k) belong at the end: a separator inside of them then cannot move the other fields.
struct SqueueFormat
{
    QByteArray letters = "AiFKTuaqPrNDCblVSeQjZok";
    char separator = '\x1f';
    char recordEnd = '\x1e';
    /// Stands between recordEnd and the line end, so that no job name can forge a row. Hexadecimal digits, or empty.
    QByteArray nonce = {};

    /// The argument of -o.
    QByteArray argument() const;
};

/// One started job or task of `squeue -h -O JobID:0,tres-alloc:0`.
using JobGpus = QHash<JobId, GpuCount>;

/// Reads the queue, poll after poll: a row whose bytes did not change since the poll before is the same Job object.
/// Times are expected as SLURM_TIME_FORMAT=%s prints them. Lives on the ingest thread.
class SqueueReader
{
public:
    explicit SqueueReader(SqueueFormat format = {});

    /// The nonce is read from the end of text, so that recorded answers can be replayed. A row that cannot be read is
    /// counted. A surplus separator in a user's text costs the texts after it, not the row. Empty text is an empty
    /// queue. Errors: Malformed (text holds no complete record).
    Result<JobList> read(const QByteArray &text);

    /// Adds what squeue -O told about allocated GPUs to the rows of the last poll and to those to come, and returns the
    /// list anew.
    JobList addGpus(const JobGpus &gpus);

    /// Jobs of the last poll that hold resources and whose GPUs have not been added yet.
    std::vector<JobId> withoutGpus() const;

private:
    struct Row
    {
        qsizetype start, size; ///< in m_text
        std::shared_ptr<const Job> job;
    };

    std::shared_ptr<const Job> reuse(QByteArrayView record);
    std::shared_ptr<const Job> parse(QByteArrayView record) const;
    void indexRows();
    JobList list() const;

    SqueueFormat m_format;
    QByteArray m_text; ///< of the last poll
    std::vector<Row> m_rows;
    std::size_t m_cursor = 0;            ///< the row of the last poll that is expected next
    QHash<quint32, std::size_t> m_index; ///< job -> row, made when the order changed
    JobGpus m_gpus;
    int m_badRows = 0;
};

/// One record, without its end. Absent when the fields are too few, or the job has no number.
std::optional<Job> parseSqueueRecord(QByteArrayView record, const SqueueFormat &format = {});

/// The argument of -O whose answer parseSqueueGpus reads.
QByteArray squeueGpusArgument();

/// Lines "12345<0x1f>cpu=64,...,gres/gpu=8<0x1f>". Rows without GPUs are there with a total of 0 when any row of the
/// answer names gres/gpu, because then the site accounts them; else they are left out. Broken lines are skipped.
JobGpus parseSqueueGpus(QByteArrayView text);

} // namespace paceline
