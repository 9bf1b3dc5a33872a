#!/bin/sh
# Trains a bundled model anew, as it was made, and goes on where an earlier call stopped.
#
#   sh packaging/train_models.sh chest-pneumonia|knee-osteoarthritis DATA WEIGHTS OUT
#
# DATA holds the public film sets (see the model's page), WEIGHTS are MobileNetV2's ImageNet weights, batch norm folded
# in. The model lies in OUT/MODEL/bundle; whether it is better than the one that ships, `xraydesk train`'s report and
# `xraydesk models compare` tell. Nothing is put into resources/models.
set -eu

model="$1" data="$2" weights="$3" out="$4"
adults="$data/chest-adult"

train() { .venv/bin/xraydesk train "$@"; }
knees() {
    train "$@" --data "$data/knee" --others "$adults/nih" "$adults/rsna-normal" "$data/chest-paediatric/train"
}

case "$model" in
chest-pneumonia)
    train chest-pneumonia --data "$data/chest-paediatric" --start "$weights" --out "$out/$model" \
        --others "$adults/nih" "$adults/rsna-normal" "$adults/tb-pakistan" "$data/knee/train"
    ;;
knee-osteoarthritis) # two steps; the second four times, at two sizes, set side by side
    first="$out/$model-first"
    knees knee-osteoarthritis-first --start "$weights" --out "$first"
    knees knee-osteoarthritis-256 --start "$first/bundle" --out "$out/$model-20"
    knees knee-osteoarthritis-256 --start "$first/bundle" --set seed=21 --out "$out/$model-21"
    knees knee-osteoarthritis --start "$first/bundle" --set seed=22 mixup=0.2 --out "$out/$model-22"
    knees knee-osteoarthritis --start "$first/bundle" --out "$out/$model" \
        --beside "$out/$model-22" "$out/$model-20" "$out/$model-21"
    ;;
*)
    echo "There is no bundled model \"$model\": choose chest-pneumonia or knee-osteoarthritis" >&2
    exit 2
    ;;
esac
