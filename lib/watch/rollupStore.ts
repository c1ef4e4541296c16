import * as lanes from '#db/lanes.ts'
import * as mergeInput from '#db/mergeInput.ts'
import * as shelf from '#db/shelf.ts'
import * as videoCurve from '#db/videoCurve.ts'
import * as viewerVideo from '#db/viewerVideo.ts'
import * as watchLog from '#db/watchLog.ts'

/** The tables as the rollup sees them; a simulation of them stands in for its property tests. */
export const databaseStore = {
  readLane: lanes.readLaneSerial,
  takeLane: lanes.takeLane,
  leaseLane: lanes.leaseLane,
  closeLane: lanes.closeLane,
  sealLane: lanes.sealLane,
  moveLane: lanes.moveLane,
  findWrittenSlots: watchLog.findWrittenSlots,
  readLogSlot: watchLog.readLogSlot,
  insertInputPart: mergeInput.insertInputPart,
  readInputParts: mergeInput.readInputParts,
  readViewerRows: viewerVideo.readViewerRows,
  writeViewerRows: viewerVideo.writeViewerRows,
  readCurveChunks: videoCurve.readCurveChunks,
  writeCurve: videoCurve.writeCurve,
  writeShelfRows: shelf.writeShelfRows,
}

export type RollupStore = typeof databaseStore
