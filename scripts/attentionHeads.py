"""Writes the attention matrices of examples/attention-heads.md with NumPy: /usr/bin/python3 scripts/attentionHeads.py"""

from pathlib import Path

import numpy as np

tokens, width = 48, 32
generator = np.random.default_rng(20260601)
distance = np.arange(tokens)[:, None] - np.arange(tokens)[None, :]


def causal(logits):
    """Rows that sum to one, over the token itself and those before it."""
    seen = np.where(distance >= 0, logits, -np.inf)
    weights = np.exp(seen - seen.max(axis=1, keepdims=True))
    return (weights / weights.sum(axis=1, keepdims=True)).astype("<f4")


def by_content(scale):
    """What random queries and keys say, as in scaled dot-product attention."""
    queries, keys = generator.standard_normal((2, tokens, width))
    return scale * queries @ keys.T / np.sqrt(width)


heads = {
    "uniform": 0.1 * by_content(1),
    "content": by_content(1),
    "sharp": by_content(4),
    "local": 0.5 * by_content(1) - 0.5 * distance,
    "previous": 0.5 * by_content(1) + 8.0 * (distance == 1),
    "sink": 0.5 * by_content(1) + 5.0 * (np.arange(tokens) == 0)[None, :],
    "slope": by_content(1) - distance / 16,
    "two": np.logaddexp(8.0 * (distance == 0), 8.0 * (distance == 7)) + 0.3 * by_content(1),
}
file = Path(__file__).parent.parent / "examples/attention-heads.npz"
np.savez(file, **{name: causal(logits) for name, logits in heads.items()})
