import { handleUpload } from '#lib/uploads/routeHandler.ts'

export { handleUpload as HEAD, handleUpload as PATCH, handleUpload as POST }
