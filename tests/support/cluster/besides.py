#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A training program that says nothing of its loss on its output: it writes an event file in a folder that it names, as
TensorBoard's writers do (buffered, half records at the end of the file), and a table of columns in lightning_logs.
What it wrote stands in truth.csv, flushed when it is done. STEPS and DELAY (seconds) say how long it takes."""
import os
import socket
import struct
import time

TABLE = []
for n in range(256):
    for _ in range(8):
        n = n >> 1 ^ (0x82F63B78 if n & 1 else 0)
    TABLE.append(n)


def masked_crc(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = TABLE[(crc ^ byte) & 0xFF] ^ crc >> 8
    crc ^= 0xFFFFFFFF
    return struct.pack("<I", ((crc >> 15 | crc << 17) + 0xA282EAD8) & 0xFFFFFFFF)


def framed(data):
    length = struct.pack("<Q", len(data))
    return length + masked_crc(length) + data + masked_crc(data)


def varint(value):
    out = b""
    while value > 127:
        out += bytes([value & 127 | 128])
        value >>= 7
    return out + bytes([value])


def message(number, data):
    return varint(number << 3 | 2) + varint(len(data)) + data


def scalar(wall, step, tag, value):
    one = message(1, tag.encode()) + b"\x15" + struct.pack("<f", value)
    return framed(b"\x09" + struct.pack("<d", wall) + b"\x10" + varint(step) + message(5, message(1, one)))


steps, delay = int(os.environ.get("STEPS", "60")), float(os.environ.get("DELAY", "0.25"))
folder = "experiments-%s/first" % os.environ["SLURM_JOB_ID"]
version = "lightning_logs/version_%s" % os.environ["SLURM_JOB_ID"]
os.makedirs(folder)
os.makedirs(version)
print("Logging to", os.path.abspath(folder), flush=True)
name = "%s/events.out.tfevents.%d.%s.%d.0" % (folder, time.time(), socket.gethostname(), os.getpid())
table = open(version + "/metrics.csv", "w")
table.write("epoch,step,valid_wer\n")
truth = ["step,wall,loss"]
buffered = framed(b"\x09" + struct.pack("<d", time.time()) + message(3, b"brain.Event:2"))
with open(name, "wb", buffering=0) as events:
    for step in range(1, steps + 1):
        time.sleep(delay)
        wall, loss = time.time(), 2.0 / step
        buffered += scalar(wall, step, "train/loss", loss) + scalar(wall, step, "lr", 0.001)
        truth.append("%d,%.6f,%.9g" % (step, wall, struct.unpack("<f", struct.pack("<f", loss))[0]))
        if step % 10 == 0:
            table.write("0,%d,%g\n" % (step, 1.0 / step))
            table.flush()
        if step % 3 == 0 or step == steps:
            cut = len(buffered) if step == steps else len(buffered) - 13
            events.write(buffered[:cut])
            buffered = buffered[cut:]
table.close()
with open("truth-%s.csv" % os.environ["SLURM_JOB_ID"], "w") as out:
    out.write("\n".join(truth) + "\n")
