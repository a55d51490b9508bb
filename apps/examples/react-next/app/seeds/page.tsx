import { SeedsPage } from '../../components/seeds-page';

export default function Page() {
  return <SeedsPage />;
}
