import { createServer } from 'node:http'
import { closeDatabase } from '#db/client.ts'
import { handleUploadOnNode } from '#lib/uploads/nodeHandler.ts'

/*
 * A server process that only receives uploads, on the port in its first argument. It sends 'ready' to
 * the parent process, and ends with it.
 */
const server = createServer((req, res) => void handleUploadOnNode(req, res))
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.('ready'))

process.on('disconnect', async () => {
  server.closeAllConnections()
  await closeDatabase()
  process.exit()
})
