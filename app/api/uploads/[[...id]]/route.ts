import { handleUpload } from '#lib/uploads/routeMount.ts'

export { handleUpload as HEAD, handleUpload as PATCH, handleUpload as POST }
