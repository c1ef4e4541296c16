import * as lanes from '#db/lanes.ts'
import * as mergeSnapshots from '#db/mergeSnapshots.ts'
import * as removals from '#db/removals.ts'
import * as videoCurve from '#db/videoCurve.ts'
import * as viewerVideo from '#db/viewerVideo.ts'
import * as watchLog from '#db/watchLog.ts'
import * as progress from '#db/watchProgress.ts'
import { finishRemoval } from '#lib/videos/finishRemoval.ts'

/** The tables the rollup uses; its property tests put a simulation in their place. */
export const databaseStore = {
  peekLane: lanes.readLane,
  readLane: lanes.readLaneSerial,
  acquireLane: lanes.acquireLane,
  setLease: lanes.setLease,
  closeLane: lanes.closeLane,
  sealLane: lanes.sealLane,
  advanceLane: lanes.advanceLane,
  findWrittenSlots: watchLog.findWrittenSlots,
  readLogSlot: watchLog.readLogSlot,
  insertSnapshotPart: mergeSnapshots.insertSnapshotPart,
  readSnapshotParts: mergeSnapshots.readSnapshotParts,
  deleteSnapshot: mergeSnapshots.deleteSnapshot,
  readViewerRows: viewerVideo.readViewerRows,
  writeViewerRows: viewerVideo.writeViewerRows,
  readCurveChunks: videoCurve.readCurveChunks,
  writeCurve: videoCurve.writeCurve,
  writeProgressRows: progress.writeProgressRows,
  readRemovals: removals.readRemovals,
  markRemovalDone: removals.markRemovalDone,
  finishRemoval,
  listViewerIds: viewerVideo.listViewerIds,
  deleteViewerRow: viewerVideo.deleteViewerRow,
  deleteViewerRows: viewerVideo.deleteViewerRows,
  replaceCurve: videoCurve.replaceCurve,
  readProgressRows: progress.readProgressRows,
  deleteProgressRow: progress.deleteProgressRow,
  deleteProgressRows: progress.deleteProgressRows,
  readVideoLog: watchLog.readVideoLog,
}

export type RollupStore = typeof databaseStore
