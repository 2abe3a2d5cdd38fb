#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real data-parallel training (DDP over gloo, CPU) of a small CNN on scikit-learn's digits: 1797 images of 8x8.

Environment: BATCH, EPOCHS, STEPS (stop after so many), STEP_DELAY (seconds slept in each step, so that a job lives
for minutes). Only rank 0 prints.
"""
import os
import time

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

RANK = int(os.environ["SLURM_PROCID"])
WORLD = int(os.environ["SLURM_NTASKS"])
BATCH = int(os.environ.get("BATCH", "32"))
EPOCHS = int(os.environ.get("EPOCHS", "3"))
STEPS = int(os.environ.get("STEPS", "0"))
STEP_DELAY = float(os.environ.get("STEP_DELAY", "0"))


def say(text):
    if RANK == 0:
        print(text, flush=True)


def join():
    port = os.environ.get("MASTER_PORT", str(20000 + int(os.environ["SLURM_JOB_ID"]) % 20000))
    address = f"tcp://{os.environ['MASTER_ADDR']}:{port}"
    dist.init_process_group("gloo", init_method=address, rank=RANK, world_size=WORLD)


def load():
    try:
        from sklearn.datasets import load_digits
    except ImportError:
        images = torch.randn(1797, 1, 8, 8)
        return images, (images.mean((1, 2, 3)) > 0).long(), "synthetic"
    digits = load_digits()
    return torch.tensor(digits.images, dtype=torch.float32).unsqueeze(1) / 16, torch.tensor(digits.target), "digits"


def network():
    return nn.Sequential(
        nn.Conv2d(1, 32, 3, padding=1), nn.ReLU(), nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(1024, 128), nn.ReLU(), nn.Linear(128, 10))


def train_step(model, optimizer, images, labels):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(images), labels)
    loss.backward()
    grad_norm = float(torch.sqrt(sum((p.grad**2).sum() for p in model.parameters())))
    optimizer.step()
    mean = loss.detach().clone()
    dist.all_reduce(mean)
    if STEP_DELAY:
        time.sleep(STEP_DELAY)
    return mean.item() / WORLD, grad_norm


def main():
    torch.set_num_threads(1)
    torch.manual_seed(0)
    join()
    images, labels, source = load()
    model = DistributedDataParallel(network())
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
    size = sum(p.numel() for p in model.parameters())
    say(f"data={source} world={WORLD} params={size} torch={torch.__version__}")
    step, begin = 0, time.time()
    for epoch in range(EPOCHS):
        order = torch.randperm(1500, generator=torch.Generator().manual_seed(epoch))[RANK::WORLD]
        for first in range(0, len(order) - BATCH + 1, BATCH):
            start = time.time()
            batch = order[first:first + BATCH]
            loss, grad_norm = train_step(model, optimizer, images[batch], labels[batch])
            step += 1
            took = time.time() - start
            say(f"epoch {epoch} step {step} loss {loss:.4f} lr {optimizer.param_groups[0]['lr']:.4g} "
                f"grad_norm {grad_norm:.3f} step_time {took * 1e3:.1f}ms throughput {BATCH * WORLD / took:.1f} samples/s")
            if STEPS and step >= STEPS:
                break
        with torch.no_grad():
            accuracy = (model.module(images[1500:]).argmax(1) == labels[1500:]).float().mean().item()
        say(f"epoch {epoch} val_acc {accuracy:.4f} elapsed {time.time() - begin:.2f}s")
        if STEPS and step >= STEPS:
            break
    dist.barrier()
    dist.destroy_process_group()


main()
