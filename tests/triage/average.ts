// Several trainings made one. Each is a linear map from features to answers, so their mean is one
// too; its best approximation of low rank is what phones are sent.
import { outputs } from "@truong-an/shared/triage/reading/judge";
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import type { Learned } from "./learn.ts";

/** An error in a level costs more than one in a matter: levels keep this many times the precision. */
const weightOfLevel = 2;

/**
 * The mean of trainings on the same features, in `rank` dimensions: the nearest map of that rank to
 * their mean (truncated singular value decomposition, Eckart and Young 1936). Its dimensions are in
 * order of what they carry, in units that are alike.
 */
export function averageOf(trainings: readonly Learned[], rank: number): Learned {
  const [first] = trainings;
  if (first === undefined) throw new Error("no training to average");
  const weight = (output: number) => (output < outputs.category ? weightOfLevel : 1);
  const mean = Matrix.zeros(first.names.length, outputs.count);
  for (const { dimensions, table, head } of trainings) {
    const features = Matrix.from1DArray(first.names.length, dimensions, table);
    const answers = Matrix.from1DArray(outputs.count, dimensions, head);
    mean.add(features.mmul(answers.transpose()).div(trainings.length));
  }
  for (let output = 0; output < outputs.count; output += 1) mean.mulColumn(output, weight(output));

  const decomposed = new EigenvalueDecomposition(mean.transpose().mmul(mean), {
    assumeSymmetric: true,
  });
  const order = decomposed.realEigenvalues
    .map((value, at) => ({ value, at }))
    .sort((a, b) => b.value - a.value)
    .slice(0, rank)
    .map(({ at }) => at);
  const directions = decomposed.eigenvectorMatrix.subMatrixColumn(order); // outputs × rank
  const table = Float32Array.from(mean.mmul(directions).to1DArray());
  const head = directions.to2DArray().flatMap((row, output) => {
    return row.map((number) => number / weight(output));
  });
  const bias = Float32Array.from(first.bias, (_bias, output) => {
    const sum = trainings.reduce((total, training) => total + (training.bias[output] ?? 0), 0);
    return sum / trainings.length;
  });
  return { ...first, dimensions: order.length, table, head: Float32Array.from(head), bias };
}
