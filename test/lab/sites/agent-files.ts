import { bundle } from '../bundle';
import { empty, javascript, type LabRequest, type LabResponse } from '../exchange';

/** The agent's file and its beacon address, which every site with an agent serves; `null`: neither of them. */
export async function agentFiles(request: LabRequest): Promise<LabResponse | null> {
  const { pathname, searchParams } = request.url;
  if (pathname === '/rb_lab') {
    return {
      status: 200,
      headers: [
        ['Content-Type', 'text/plain'],
        ['Cache-Control', 'no-store'],
      ],
      body: 'OK(BF)|name=ruxitagentjs',
    };
  }
  if (pathname.startsWith('/dtagent')) return javascript('/* the lab’s AppMon agent does nothing */');
  if (!pathname.startsWith('/ruxitagentjs_')) return null;
  const newRumOnly = pathname.includes('_ICA15789');
  const delay = Number(searchParams.get('delay') ?? '0');
  if (!Number.isInteger(delay) || delay < 0 || delay > 10_000) return empty(400);
  return javascript(await bundle(newRumOnly ? 'new-rum' : 'agent'), delay);
}
