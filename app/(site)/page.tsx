export default function HomePage() {
  return <h1>Framewise</h1>
}
